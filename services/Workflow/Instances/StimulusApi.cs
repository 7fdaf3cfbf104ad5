using System.Text.Json;
using Dukcapil.Engine.Running;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.Workflow.Catalogue;
using Dukcapil.Workflow.Elsa;
using Dukcapil.Workflow.Running;
using Dukcapil.Workflow.Signals;
using Dukcapil.Workflow.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.Workflow.Instances;

/// <summary>What instances wait for, brought about over Elsa's API: results of tasks, events, bookmarks.</summary>
internal static class StimulusApi
{
    private const string RunTask = "Elsa.RunTask";

    /// <summary>Maps <c>/elsa/api/tasks</c>, <c>events</c> and <c>bookmarks</c>.</summary>
    public static void MapStimuli(this IEndpointRouteBuilder app)
    {
        var api = app.MapElsa("Instans", Izin.AdminAlur).PerubahanDicatat("alur.kelola");

        api.MapPost("/tasks/{taskId}/complete", async Task<IResult> (string taskId, HttpContext http, UnitOfWork unitOfWork, CancellationToken token) =>
        {
            if (!http.Request.HasJsonContentType()) return NotJson();
            var body = await ElsaJson.ReadAsync<ResultBody>(http.Request, token);
            return await unitOfWork.RunAsync(services => CompleteAsync(services, taskId, body.Result, token), token);
        }).WithSummary("Selesaikan tugas RunTask dengan hasilnya");

        api.MapPost("/events/{eventName}/trigger", async (string eventName, HttpContext http, UnitOfWork unitOfWork, CancellationToken token) =>
        {
            var body = await ElsaJson.ReadAsync<EventBody>(http.Request, token);
            return await unitOfWork.RunAsync(
                services =>
                {
                    Guid? instance = body.WorkflowInstanceId is { Length: > 0 } id ? Guid.TryParse(id, out var given) ? given : Guid.Empty : null;
                    services.GetRequiredService<InstanceSession>().Say(new EventSignal(
                        eventName, body.CorrelationId is { Length: > 0 } correlation ? correlation : null, instance, body.Input));
                    return Task.FromResult(TypedResults.Ok());
                },
                token);
        }).WithSummary("Terbitkan peristiwa kepada instans yang menunggunya");

        // Elsa's links carry a token made by a workflow; none is made here, so there is none that could be right.
        api.MapGet("/events/trigger", () => ElsaRefusal.In("t", "Wajib, dan tidak ada tautan peristiwa yang dibuat layanan ini.")).WithSummary("Tautan peristiwa: tidak dibuat");

        api.MapGet("/bookmarks/resume", (HttpContext http, UnitOfWork unitOfWork, CancellationToken token) => ResumeAsync(http.Request.Query["t"], null, unitOfWork, token))
            .WithSummary("Lanjutkan penanda dengan idnya pada parameter t");

        api.MapPost("/bookmarks/resume", async (HttpContext http, UnitOfWork unitOfWork, CancellationToken token) =>
            await ResumeAsync(http.Request.Query["t"], (await ElsaJson.ReadAsync<ResumeBody>(http.Request, token)).Input, unitOfWork, token))
            .WithSummary("Lanjutkan penanda dengan idnya pada parameter t");
    }

    // A task that is unknown or was completed before is no mistake of who completes it: as in Elsa, nothing happens.
    private static async Task<IResult> CompleteAsync(IServiceProvider services, string taskId, JsonElement? result, CancellationToken token)
    {
        if (!InstanceIds.TryParse(taskId, out var instance, out var local)) return TypedResults.Ok();
        if (await services.GetRequiredService<InstanceSession>().FindAsync(instance, token) is not { } work) return TypedResults.Ok();
        if (work.Tasks.Any(t => t.TugasId == taskId)) return ElsaRefusal.Of(ElsaText.TugasPetugas);
        if (work.State.Bookmarks.FirstOrDefault(b => b.TaskId == local) is not { } bookmark) return TypedResults.Ok();
        if (bookmark.Name != RunTask) return ElsaRefusal.Of(ElsaText.TugasPetugas);
        await services.GetRequiredService<InstanceRunner>().ResumeAsync(work, new TaskCompleted(local, Payload: result), completion: null, token);
        return TypedResults.Ok();
    }

    private static async Task<IResult> ResumeAsync(string? id, JsonElement? input, UnitOfWork unitOfWork, CancellationToken token)
    {
        if (!InstanceIds.TryParse(id, out var instance, out var local)) return ElsaRefusal.In("t", "Wajib: id penanda seperti pada keadaan instans.");
        var inputs = input is { ValueKind: JsonValueKind.Object } map ? map.EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal) : null;
        return await unitOfWork.RunAsync<IResult>(
            async services =>
            {
                var work = await services.GetRequiredService<InstanceSession>().FindAsync(instance, token);
                if (work?.State.Bookmarks.FirstOrDefault(b => b.Id == local) is not { } bookmark) return TypedResults.NotFound();
                if (services.GetRequiredService<KatalogAktivitas>().Find(bookmark.Name) is not null) return ElsaRefusal.Of(ElsaText.TugasPetugas);
                await services.GetRequiredService<InstanceRunner>().ResumeAsync(work, new BookmarkResumed(local, inputs), completion: null, token);
                return TypedResults.Ok();
            },
            token);
    }

    private static ProblemHttpResult NotJson() => Masalah.Buat(
        StatusCodes.Status415UnsupportedMediaType, "jenis-isi", "Jenis isi tidak didukung", "Kirim hasil sebagai application/json.");

    private sealed record ResultBody
    {
        public JsonElement? Result { get; init; }
    }

    private sealed record EventBody
    {
        public string? CorrelationId { get; init; }

        public string? WorkflowInstanceId { get; init; }

        public JsonElement? Input { get; init; }
    }

    private sealed record ResumeBody
    {
        public JsonElement? Input { get; init; }
    }
}
