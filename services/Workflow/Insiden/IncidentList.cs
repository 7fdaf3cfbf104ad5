using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.State;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Definitions;
using Dukcapil.Workflow.Instances;
using Dukcapil.Workflow.Running;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Insiden;

/// <summary>An incident that somebody has to decide.</summary>
/// <param name="Id">For retrying or skipping it: the execution that failed.</param>
/// <param name="InstanceId">Instance.</param>
/// <param name="PermohonanId">Application of the instance.</param>
/// <param name="Definisi">Definition.</param>
/// <param name="Versi">Version it runs on.</param>
/// <param name="SubStatus">Suspended; Faulted when the fault ended the instance.</param>
/// <param name="Aktivitas">Activity that failed.</param>
/// <param name="Simpul">Its node.</param>
/// <param name="Jenis">Its type.</param>
/// <param name="Pesan">What happened.</param>
/// <param name="Sebab">The cause, if there is one.</param>
/// <param name="Pada">When (UTC).</param>
/// <param name="HasilLewati">Outcomes it can be skipped with; empty when it cannot be skipped.</param>
public sealed record InsidenAlur(
    string Id, string InstanceId, Guid? PermohonanId, string Definisi, int Versi, string SubStatus, string Aktivitas, string Simpul, string Jenis, string Pesan,
    string? Sebab, DateTimeOffset Pada, IReadOnlyList<string> HasilLewati);

/// <summary>A page of incidents, by instance.</summary>
/// <param name="Insiden">Incidents.</param>
/// <param name="Berikut"><c>sesudah</c> of the next page; null at the end.</param>
public sealed record HalamanInsiden(IReadOnlyList<InsidenAlur> Insiden, string? Berikut);

/// <summary>Lists incidents over all instances, those that ended by one too.</summary>
internal sealed class IncidentList(WorkflowDb db, CompiledDefinitions definitions)
{
    public async Task<HalamanInsiden> PageAsync(
        string? definition, int? version, Guid? application, string? subStatus, Guid? after, int size, CancellationToken cancellationToken)
    {
        // Each table by its index of incidents; together they are what is to be decided, which is never much.
        var open = await Where(db.Instances.AsNoTracking()).ToListAsync<InstanceRow>(cancellationToken);
        var ended = await Where(db.FinishedInstances.AsNoTracking()).ToListAsync<InstanceRow>(cancellationToken);
        var page = open.Concat(ended).OrderBy(i => i.Id).Take(size).ToList();
        var incidents = new List<InsidenAlur>();
        foreach (var row in page)
        {
            var workflow = await definitions.GetAsync(db, row.DefinitionVersionId, cancellationToken);
            var state = InstanceState.Read(row.State);
            incidents.AddRange(state.Incidents.Select(incident => Tell(row, incident, SkippableWith(state, incident, workflow))));
        }
        return new(incidents, page.Count == size ? InstanceIds.Text(page[^1].Id) : null);

        IQueryable<T> Where<T>(IQueryable<T> rows)
            where T : InstanceRow
        {
            rows = rows.Where(i => i.IncidentCount > 0);
            if (after is { } last) rows = rows.Where(i => i.Id > last);
            if (definition is not null) rows = rows.Where(i => i.DefinitionId == definition);
            if (version is { } number) rows = rows.Where(i => i.Version == number);
            if (application is { } id) rows = rows.Where(i => i.PermohonanId == id);
            if (subStatus is not null) rows = rows.Where(i => i.SubStatus == subStatus);
            return rows.OrderBy(i => i.Id).Take(size);
        }
    }

    private static InsidenAlur Tell(InstanceRow row, Incident incident, IReadOnlyList<string> skippableWith) => new(
        InstanceIds.Public(row.Id, incident.ActivityInstanceId), InstanceIds.Text(row.Id), row.PermohonanId, row.DefinitionId, row.Version, row.SubStatus,
        incident.ActivityId, incident.NodeId, incident.ActivityType, incident.Message, incident.Detail, incident.At, skippableWith);

    // A step that waits in vain has not run: it is let go by retrying it.
    private static IReadOnlyList<string> SkippableWith(InstanceState state, Incident incident, CompiledWorkflow workflow)
    {
        var isFaulted = state.Contexts.Any(c => c.Id == incident.ActivityInstanceId && c.Status == ActivityStatus.Faulted);
        if (!isFaulted || workflow.FindNode(incident.NodeId) is not { } node || !workflow.CanSkip(node)) return [];
        return node.ConnectedOutcomes.Count > 0 ? node.ConnectedOutcomes : ["Done"];
    }
}
