using System.Text.Json;
using Dukcapil.Engine.Definitions;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Definitions;
using Dukcapil.Workflow.Elsa;
using Dukcapil.Workflow.Running;
using Dukcapil.Workflow.Signals;
using Dukcapil.Workflow.Store;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Instances;

/// <summary>
/// Starting instances over Elsa's API, always on the published version. What has tasks of officers runs for an application only, and is not started
/// here.
/// </summary>
internal static class StartApi
{
    private const string InstanceHeader = "x-elsa-workflow-instance-id", CannotStartHeader = "x-elsa-workflow-cannot-start";
    private const int MostAtOnce = 1000;

    /// <summary>Maps <c>execute</c>, <c>dispatch</c> and <c>bulk-dispatch</c> of definitions.</summary>
    public static void MapStarting(this IEndpointRouteBuilder app)
    {
        var group = app.MapElsa("Instans", Izin.AdminAlur).MapGroup("/workflow-definitions/{definitionId}").PerubahanDicatat("alur.kelola");

        group.MapPost("/execute", async (string definitionId, HttpContext http, Starter starter, CancellationToken token) =>
            await ExecuteAsync(definitionId, await ElsaJson.ReadAsync<StartBody>(http.Request, token), http, starter, token))
            .WithSummary("Mulai instans dan tunggu sampai langkah pertama yang menunggu");

        group.MapGet("/execute", (string definitionId, HttpContext http, Starter starter, CancellationToken token) =>
            ExecuteAsync(definitionId, StartBody.From(http.Request.Query), http, starter, token))
            .WithSummary("Mulai instans dan tunggu sampai langkah pertama yang menunggu");

        group.MapPost("/dispatch", async Task<IResult> (string definitionId, HttpContext http, Starter starter, CancellationToken token) =>
        {
            var body = await ElsaJson.ReadAsync<StartBody>(http.Request, token);
            if (await starter.RefusalAsync(definitionId, body, token) is { } refusal) return refusal;
            var ids = await starter.DispatchAsync(definitionId, body, count: 1, token);
            return ElsaJson.Answer(new { WorkflowInstanceId = ids[0] });
        }).WithSummary("Titipkan permintaan memulai instans");

        group.MapPost("/bulk-dispatch", async Task<IResult> (string definitionId, HttpContext http, Starter starter, CancellationToken token) =>
        {
            var body = await ElsaJson.ReadAsync<StartBody>(http.Request, token);
            if (await starter.RefusalAsync(definitionId, body, token) is { } refusal) return refusal;
            if (body.Count is < 1 or > MostAtOnce) return ElsaRefusal.In("count", $"Dari 1 sampai {MostAtOnce}.");
            return ElsaJson.Answer(new { WorkflowInstanceIds = await starter.DispatchAsync(definitionId, body, body.Count ?? 1, token) });
        }).WithSummary("Titipkan permintaan memulai beberapa instans");
    }

    private static async Task<IResult> ExecuteAsync(string definitionId, StartBody body, HttpContext http, Starter starter, CancellationToken token)
    {
        if (await starter.RefusalAsync(definitionId, body, token) is { } refusal)
        {
            http.Response.Headers[CannotStartHeader] = "True";
            return refusal;
        }
        var state = await starter.ExecuteAsync(definitionId, body, token);
        http.Response.Headers[InstanceHeader] = state.Id;
        http.Response.Headers[CannotStartHeader] = "False";
        return ElsaJson.Answer(new { WorkflowState = state });
    }
}

/// <summary>How an instance is to be started.</summary>
internal sealed record StartBody
{
    public string? CorrelationId { get; init; }

    public string? TriggerActivityId { get; init; }

    public JsonElement? VersionOptions { get; init; }

    public JsonElement? Input { get; init; }

    public string? InstanceId { get; init; }

    public int? Count { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? Inputs => Input is { ValueKind: JsonValueKind.Object } map
        ? map.EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal)
        : null;

    public static StartBody From(IQueryCollection query) => new()
    {
        CorrelationId = query["correlationId"],
        TriggerActivityId = query["triggerActivityId"],
        VersionOptions = query["versionOptions"].ToString() is { Length: > 0 } version ? JsonSerializer.SerializeToElement(version) : null,
        Input = query["input"].ToString() is { Length: > 0 } input ? JsonSerializer.Deserialize<JsonElement>(input) : null,
    };
}

/// <summary>Starts instances for the API.</summary>
internal sealed class Starter(WorkflowDb db, CompiledDefinitions definitions, UnitOfWork unitOfWork)
{
    /// <summary>Why it cannot be started here; null when it can.</summary>
    public async Task<IResult?> RefusalAsync(string definitionId, StartBody body, CancellationToken cancellationToken)
    {
        var versions = await db.Definitions.AsNoTracking().Where(d => d.DefinitionId == definitionId).Select(d => new { d.Version, d.IsPublished }).ToListAsync(cancellationToken);
        if (versions.Count == 0) return TypedResults.NotFound();
        if (versions.Find(v => v.IsPublished) is not { } published) return ElsaRefusal.Of("Definisi ini belum diterbitkan: hanya versi yang terbit dapat dijalankan.");
        if (body.VersionOptions is { ValueKind: JsonValueKind.Number } wanted && wanted.TryGetInt32(out var number) && number != published.Version)
            return ElsaRefusal.Of($"Versi {number} tidak sedang terbit; yang terbit ialah versi {published.Version}.");
        var (_, workflow) = await definitions.PublishedAsync(db, definitionId, cancellationToken);
        if (workflow.Nodes.Any(n => n.IsHumanTask)) return ElsaRefusal.Of(ElsaText.MulaiLewatPermohonan);
        if (body.TriggerActivityId is { Length: > 0 } trigger && workflow.FindActivity(trigger) is null)
            return ElsaRefusal.Of($"Definisi ini tidak mempunyai aktivitas '{trigger}'.");
        return null;
    }

    /// <summary>Starts one now.</summary>
    public Task<ElsaState> ExecuteAsync(string definitionId, StartBody body, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();
        return unitOfWork.RunAsync(
            async services =>
            {
                var work = await services.GetRequiredService<InstanceRunner>().StartAsync(
                    new()
                    {
                        Id = id,
                        DefinitionId = definitionId,
                        CorrelationId = body.CorrelationId is { Length: > 0 } correlation ? correlation : null,
                        TriggerActivityId = body.TriggerActivityId is { Length: > 0 } trigger ? trigger : null,
                        Input = body.Inputs,
                    },
                    cancellationToken);
                return ElsaState.Of(work.Row, await definitions.GetAsync(services.GetRequiredService<WorkflowDb>(), work.Row.DefinitionVersionId, cancellationToken));
            },
            cancellationToken);
    }

    /// <summary>Has some started soon: said now, in one transaction, and obeyed each in its own.</summary>
    public Task<List<string>> DispatchAsync(string definitionId, StartBody body, int count, CancellationToken cancellationToken)
    {
        var ids = Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7()).ToList();
        return unitOfWork.RunAsync(
            services =>
            {
                var session = services.GetRequiredService<InstanceSession>();
                var correlation = body.CorrelationId is { Length: > 0 } given ? given : null;
                foreach (var id in ids) session.Say(new StartSignal(id, definitionId, body.TriggerActivityId, null, correlation, body.Input));
                return Task.FromResult(ids.ConvertAll(InstanceIds.Text));
            },
            cancellationToken);
    }
}
