using Dukcapil.Engine.Running;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.Workflow.Elsa;
using Dukcapil.Workflow.Running;

namespace Dukcapil.Workflow.Instances;

/// <summary>Executions of activities over Elsa's API.</summary>
internal static class ExecutionApi
{
    /// <summary>Maps <c>/elsa/api/activity-executions</c> and what goes with it.</summary>
    public static void MapExecutions(this IEndpointRouteBuilder app)
    {
        var api = app.MapElsa("Instans", Izin.MelihatAlur);

        api.MapGet("/activity-executions/list", async (HttpRequest request, InstanceReading reading, CancellationToken token) =>
        {
            var (journal, found) = await FindAsync(request, reading, token);
            return ElsaJson.Answer(new ElsaCounted<ElsaExecution>([.. found.Select(e => journal!.Execution(e))], found.Count));
        }).WithSummary("Eksekusi aktivitas");

        api.MapGet("/activity-execution-summaries/list", async (HttpRequest request, InstanceReading reading, CancellationToken token) =>
        {
            var (journal, found) = await FindAsync(request, reading, token);
            return ElsaJson.Answer(new ElsaCounted<ElsaExecutionSummary>([.. found.Select(e => journal!.Summary(e))], found.Count));
        }).WithSummary("Ringkasan eksekusi aktivitas");

        api.MapGet("/activity-executions/count", async (HttpRequest request, InstanceReading reading, CancellationToken token) =>
            ElsaJson.Answer(new { (await FindAsync(request, reading, token)).Found.Count })).WithSummary("Jumlah eksekusi aktivitas");

        api.MapGet("/activity-executions/by-id", (string id, InstanceReading reading, CancellationToken token) => OneAsync(id, reading, token))
            .WithSummary("Sebuah eksekusi aktivitas");

        api.MapGet("/activity-executions/{id}", (string id, InstanceReading reading, CancellationToken token) => OneAsync(id, reading, token))
            .WithSummary("Sebuah eksekusi aktivitas");

        api.MapGet("/activity-executions/{id}/call-stack", async Task<IResult> (string id, InstanceReading reading, CancellationToken token) =>
        {
            var (journal, execution) = await FindAsync(id, reading, token);
            if (execution is null) return TypedResults.NotFound();
            var stack = journal!.CallStack(execution);
            return ElsaJson.Answer(new { ActivityExecutionId = id, Items = stack, TotalCount = stack.Count });
        }).WithSummary("Tumpukan pemanggilan sebuah eksekusi");

        api.MapPost("/activity-executions/report", async Task<IResult> (HttpRequest request, InstanceReading reading, CancellationToken token) =>
        {
            var body = await ElsaJson.ReadAsync<ReportBody>(request, token);
            if (await reading.FindAsync(body.WorkflowInstanceId, token) is not { } row) return ElsaJson.Answer(new { Stats = Array.Empty<ElsaStats>() });
            var journal = await reading.JournalAsync(row, token);
            return ElsaJson.Answer(new { Stats = (body.ActivityNodeIds ?? []).Distinct().Select(journal.Stats).ToList() });
        }).WithSummary("Berapa kali simpul dijalankan");

        // Nothing here retries by itself: a fault is an incident, and a person decides.
        api.MapGet("/resilience/retries/{activityInstanceId}", (string activityInstanceId) =>
            ElsaJson.Answer(new { Items = Array.Empty<object>(), TotalCount = 0, Links = Array.Empty<object>() })).WithSummary("Percobaan ulang otomatis: tidak ada");
    }

    private static async Task<(ElsaJournal? Journal, IReadOnlyList<ActivityExecution> Found)> FindAsync(
        HttpRequest request, InstanceReading reading, CancellationToken token)
    {
        if (await reading.FindAsync(request.Query["workflowInstanceId"], token) is not { } row) return (null, []);
        var journal = await reading.JournalAsync(row, token);
        var nodes = request.Query["activityNodeId"].Concat(request.Query["activityNodeIds"]).Where(n => !string.IsNullOrEmpty(n)).ToHashSet();
        var activities = request.Query["activityId"].Concat(request.Query["activityIds"]).Where(n => !string.IsNullOrEmpty(n)).ToHashSet();
        bool? completed = bool.TryParse(request.Query["completed"], out var flag) ? flag : null;
        return (journal,
        [
            .. journal.Executions.Where(e => (nodes.Count == 0 || nodes.Contains(e.NodeId)) && (activities.Count == 0 || activities.Contains(e.ActivityId))
                && (completed is null || completed == (e.CompletedAt is not null))),
        ]);
    }

    private static async Task<IResult> OneAsync(string id, InstanceReading reading, CancellationToken token)
    {
        var (journal, execution) = await FindAsync(id, reading, token);
        return execution is null ? TypedResults.NotFound() : ElsaJson.Answer(journal!.Execution(execution));
    }

    private static async Task<(ElsaJournal? Journal, ActivityExecution? Execution)> FindAsync(string id, InstanceReading reading, CancellationToken token)
    {
        if (!InstanceIds.TryParse(id, out var instance, out var local) || await reading.FindAsync(InstanceIds.Text(instance), token) is not { } row) return (null, null);
        var journal = await reading.JournalAsync(row, token);
        return (journal, journal.Executions.FirstOrDefault(e => e.Id == local));
    }

    private sealed record ReportBody
    {
        public string? WorkflowInstanceId { get; init; }

        public IReadOnlyList<string>? ActivityNodeIds { get; init; }
    }
}
