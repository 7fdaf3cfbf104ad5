using System.IO.Compression;
using System.Text.Json;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Elsa;
using Dukcapil.Workflow.Running;
using Dukcapil.Workflow.Store;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Instances;

/// <summary>Cancelling, deleting and exporting instances over Elsa's API. What carries an application is neither cancelled nor deleted here.</summary>
internal static class EndingApi
{
    private const int MostAtOnce = 1000;

    /// <summary>Maps cancel, delete and export.</summary>
    public static void MapEnding(this IEndpointRouteBuilder app)
    {
        var api = app.MapElsa("Instans", Izin.AdminAlur).PerubahanDicatat("alur.kelola");

        api.MapPost("/cancel/workflow-instances/{id}", async (string id, HttpContext http, UnitOfWork unitOfWork, CancellationToken token) =>
        {
            var (_, refusal) = await CancelAsync([id], http, unitOfWork, token);
            return refusal ?? TypedResults.Ok();
        }).WithSummary("Batalkan instans");

        api.MapPost("/bulk-actions/cancel/workflow-instances", async (HttpContext http, UnitOfWork unitOfWork, CancellationToken token) =>
        {
            var ids = await IdsAsync(await ElsaJson.ReadAsync<IdsBody>(http.Request, token), http, token);
            if (ids.Count > MostAtOnce) return ElsaRefusal.In("ids", $"Paling banyak {MostAtOnce} sekaligus.");
            var (cancelled, refusal) = await CancelAsync(ids, http, unitOfWork, token);
            return refusal ?? ElsaJson.Answer(new { Cancelled = cancelled });
        }).WithSummary("Batalkan beberapa instans");

        api.MapDelete("/workflow-instances/{id}", async (string id, InstanceReading reading, UnitOfWork unitOfWork, CancellationToken token) =>
        {
            if (await reading.FindAsync(id, token) is not { } row) return TypedResults.NotFound();
            if (row.PermohonanId is not null) return ElsaRefusal.Of(ElsaText.PermohonanTetapTersimpan);
            if (row.FinishedAt is null) return ElsaRefusal.Of(ElsaText.BelumBerakhir);
            return await DeleteAsync([id], unitOfWork, token) > 0 ? TypedResults.NoContent() : (IResult)TypedResults.NotFound();
        }).WithSummary("Hapus instans yang sudah berakhir dan tidak membawa permohonan");

        foreach (var path in (string[])["/bulk-actions/delete/workflow-instances", "/bulk-actions/delete/workflow-instances/by-id"])
        {
            api.MapPost(path, async Task<IResult> (HttpContext http, UnitOfWork unitOfWork, CancellationToken token) =>
            {
                var ids = (await ElsaJson.ReadAsync<IdsBody>(http.Request, token)).Ids ?? [];
                if (ids.Count > MostAtOnce) return ElsaRefusal.In("ids", $"Paling banyak {MostAtOnce} sekaligus.");
                return ElsaJson.Answer(new { Deleted = await DeleteAsync(ids, unitOfWork, token) });
            }).WithSummary("Hapus instans yang sudah berakhir dan tidak membawa permohonan; yang lain dilewati");
        }

        foreach (var method in (string[])["GET", "POST"])
        {
            api.MapMethods("/workflow-instances/{id}/export", [method], async Task<IResult> (string id, InstanceReading reading, CancellationToken token) =>
                await reading.FindAsync(id, token) is { } row
                    ? TypedResults.File(await ExportAsync(row, reading, token), "application/octet-stream", $"workflow-instance-{InstanceIds.Text(row.Id)}.json")
                    : TypedResults.NotFound()).WithSummary("Ekspor instans dengan jurnalnya");

            api.MapMethods("/bulk-actions/export/workflow-instances", [method], ExportAllAsync).WithSummary("Ekspor beberapa instans sebagai zip");
        }
    }

    private static async Task<(int Cancelled, IResult? Refusal)> CancelAsync(IReadOnlyList<string> texts, HttpContext http, UnitOfWork unitOfWork, CancellationToken token)
    {
        var ids = texts.Select(text => Guid.TryParse(text, out var id) ? id : (Guid?)null).Where(id => id is not null).Select(id => id!.Value).Distinct().ToList();
        var note = $"dibatalkan oleh {Petugas.Dari(http.User).Id}";
        await using (var scope = http.RequestServices.CreateAsyncScope())
        {
            if (await scope.ServiceProvider.GetRequiredService<WorkflowDb>().Instances.AnyAsync(i => ids.Contains(i.Id) && i.PermohonanId != null, token))
                return (0, ElsaRefusal.Of(ElsaText.BatalLewatPencabutan));
        }
        var cancelled = 0;
        foreach (var id in ids)
        {
            cancelled += await unitOfWork.RunAsync(
                async services =>
                {
                    if (await services.GetRequiredService<InstanceSession>().FindAsync(id, token) is not { } work) return 0;
                    await services.GetRequiredService<InstanceRunner>().CancelAsync(work, note, token);
                    return 1;
                },
                token);
        }
        return (cancelled, null);
    }

    // Studio's list of definitions names a definition or a version: all that runs on it is meant.
    private static async Task<IReadOnlyList<string>> IdsAsync(IdsBody body, HttpContext http, CancellationToken token)
    {
        if (body.Ids is { Count: > 0 } || (body.DefinitionId is null && body.DefinitionVersionId is null)) return body.Ids ?? [];
        var db = http.RequestServices.GetRequiredService<WorkflowDb>();
        var meant = db.Instances.Where(i => body.DefinitionVersionId == null || i.DefinitionVersionId == body.DefinitionVersionId)
            .Where(i => body.DefinitionId == null || i.DefinitionId == body.DefinitionId);
        return [.. (await meant.OrderBy(i => i.Id).Select(i => i.Id).Take(MostAtOnce + 1).ToListAsync(token)).Select(InstanceIds.Text)];
    }

    private static Task<int> DeleteAsync(IReadOnlyList<string> texts, UnitOfWork unitOfWork, CancellationToken token)
    {
        var ids = texts.Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).ToList();
        return unitOfWork.RunAsync(
            async services =>
            {
                var db = services.GetRequiredService<WorkflowDb>();
                // Those only that are gone from the table as they were found: one that is opened again at this moment keeps its journal.
                var rows = await db.FinishedInstances.AsNoTracking().Where(i => ids.Contains(i.Id) && i.PermohonanId == null).Select(i => new { i.Id, i.Revision }).ToListAsync(token);
                var deleted = 0;
                foreach (var row in rows)
                {
                    if (await db.FinishedInstances.Where(i => i.Id == row.Id && i.Revision == row.Revision).ExecuteDeleteAsync(token) == 0) continue;
                    await db.Journal.Where(j => j.InstanceId == row.Id).ExecuteDeleteAsync(token);
                    deleted++;
                }
                return deleted;
            },
            token);
    }

    private static async Task<byte[]> ExportAsync(InstanceRow row, InstanceReading reading, CancellationToken token)
    {
        var (state, journal) = (await reading.StateAsync(row, token), await reading.JournalAsync(row, token));
        var bookmarks = state.Bookmarks.Select(b => new
        {
            b.Id,
            ActivityTypeName = b.Name,
            WorkflowInstanceId = state.Id,
            b.ActivityInstanceId,
            b.Hash,
            state.CorrelationId,
            b.CreatedAt,
            b.Payload,
        });
        var export = new Dictionary<string, object>
        {
            ["WorkflowState"] = state,
            ["Bookmarks"] = bookmarks,
            ["ActivityExecutionRecords"] = journal.Executions.Select(journal.Execution),
            ["WorkflowExecutionLogRecords"] = journal.Journal.Records.Select(journal.Record),
        };
        return JsonSerializer.SerializeToUtf8Bytes(export, ElsaJson.Options);
    }

    private static async Task<IResult> ExportAllAsync(HttpContext http, InstanceReading reading, CancellationToken token)
    {
        var ids = HttpMethods.IsGet(http.Request.Method)
            ? [.. http.Request.Query["ids"].Where(id => id is not null).Select(id => id!)]
            : (await ElsaJson.ReadAsync<IdsBody>(http.Request, token)).Ids ?? [];
        if (ids.Count is 0 or > MostAtOnce) return ElsaRefusal.In("ids", $"Dari 1 sampai {MostAtOnce} id.");
        var buffer = new MemoryStream();
        await using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var id in ids.Distinct())
            {
                if (await reading.FindAsync(id, token) is not { } row) continue;
                await using var entry = await zip.CreateEntry($"workflow-instance-{InstanceIds.Text(row.Id)}.json").OpenAsync(token);
                await entry.WriteAsync(await ExportAsync(row, reading, token), token);
            }
        }
        buffer.Position = 0;
        return TypedResults.File(buffer, "application/zip", "workflow-instances.zip");
    }

    private sealed record IdsBody
    {
        public IReadOnlyList<string>? Ids { get; init; }

        public string? DefinitionId { get; init; }

        public string? DefinitionVersionId { get; init; }
    }
}
