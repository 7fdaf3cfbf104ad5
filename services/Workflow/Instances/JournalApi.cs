using Dukcapil.Engine.Running;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.Workflow.Elsa;

namespace Dukcapil.Workflow.Instances;

/// <summary>The execution journal over Elsa's API.</summary>
internal static class JournalApi
{
    private const int DefaultSize = 100, LargestSize = 10_000;

    /// <summary>Maps <c>/elsa/api/workflow-instances/{id}/journal</c>.</summary>
    public static void MapJournal(this IEndpointRouteBuilder app)
    {
        var group = app.MapElsa("Instans", Izin.MelihatAlur).MapGroup("/workflow-instances/{id}/journal");

        group.MapGet("/", (string id, HttpRequest request, InstanceReading reading, CancellationToken token) => ListAsync(id, request, new(), reading, token))
            .WithSummary("Jurnal instans");

        group.MapPost("/", async (string id, HttpRequest request, InstanceReading reading, CancellationToken token) =>
            await ListAsync(id, request, await ElsaJson.ReadAsync<JournalBody>(request, token), reading, token)).WithSummary("Jurnal instans dengan saringan");

        group.MapGet("/{activityId}", async Task<IResult> (string id, string activityId, InstanceReading reading, CancellationToken token) =>
        {
            if (await reading.FindAsync(id, token) is not { } row) return TypedResults.NotFound();
            var journal = await reading.JournalAsync(row, token);
            var last = journal.Journal.Records.LastOrDefault(r => r.ActivityId == activityId);
            return last.ActivityId is null ? TypedResults.NotFound() : ElsaJson.Answer(journal.Record(last));
        }).WithSummary("Catatan terakhir sebuah aktivitas");
    }

    private static async Task<IResult> ListAsync(string id, HttpRequest request, JournalBody body, InstanceReading reading, CancellationToken token)
    {
        if (await reading.FindAsync(id, token) is not { } row) return TypedResults.NotFound();
        var journal = await reading.JournalAsync(row, token);
        var records = journal.Journal.Records.Where(record => Fits(record, body.Filter)).ToList();
        var size = Math.Clamp(Number(request, "take") ?? body.Take ?? Number(request, "pageSize") ?? body.PageSize ?? DefaultSize, 0, LargestSize);
        var skip = Number(request, "skip") ?? body.Skip ?? (Number(request, "page") ?? body.Page ?? 0) * size;
        return ElsaJson.Answer(new ElsaTotal<ElsaJournalItem>([.. records.Skip(skip).Take(size).Select(journal.Item)], records.Count));
    }

    private static bool Fits(JournalRecord record, JournalFilter? filter) =>
        filter is null
        || (Fits(filter.ActivityIds, record.ActivityId) && Fits(filter.ActivityNodeIds, record.NodeId) && Fits(filter.EventNames, record.Event)
            && filter.ExcludedActivityTypes?.Contains(record.ActivityType) != true);

    private static bool Fits(IReadOnlyList<string>? wanted, string value) => wanted is null or [] || wanted.Contains(value);

    private static int? Number(HttpRequest request, string name) => int.TryParse(request.Query[name], out var number) && number >= 0 ? number : null;

    private sealed record JournalBody
    {
        public int? Page { get; init; }

        public int? PageSize { get; init; }

        public int? Skip { get; init; }

        public int? Take { get; init; }

        public JournalFilter? Filter { get; init; }
    }

    private sealed record JournalFilter
    {
        public IReadOnlyList<string>? ActivityIds { get; init; }

        public IReadOnlyList<string>? ActivityNodeIds { get; init; }

        public IReadOnlyList<string>? ExcludedActivityTypes { get; init; }

        public IReadOnlyList<string>? EventNames { get; init; }
    }
}
