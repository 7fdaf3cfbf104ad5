using Dukcapil.Engine.Definitions;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Definitions;
using Dukcapil.Workflow.Elsa;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Instances;

/// <summary>Reads one instance, wherever it is, with the version it runs and its journal.</summary>
internal sealed class InstanceReading(WorkflowDb db, CompiledDefinitions definitions)
{
    /// <summary>An instance by its id as Elsa shows it, or null.</summary>
    public async Task<InstanceRow?> FindAsync(string? id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var guid)) return null;
        return await db.Instances.AsNoTracking().SingleOrDefaultAsync(i => i.Id == guid, cancellationToken)
            ?? (InstanceRow?)await db.FinishedInstances.AsNoTracking().SingleOrDefaultAsync(i => i.Id == guid, cancellationToken)
            // Between the two questions it may have been opened again.
            ?? await db.Instances.AsNoTracking().SingleOrDefaultAsync(i => i.Id == guid, cancellationToken);
    }

    /// <summary>The version an instance runs.</summary>
    public Task<CompiledWorkflow> WorkflowAsync(InstanceRow row, CancellationToken cancellationToken) =>
        definitions.GetAsync(db, row.DefinitionVersionId, cancellationToken);

    /// <summary>State in Elsa's shape.</summary>
    public async Task<ElsaState> StateAsync(InstanceRow row, CancellationToken cancellationToken) => ElsaState.Of(row, await WorkflowAsync(row, cancellationToken));

    /// <summary>Journal and executions.</summary>
    public async Task<ElsaJournal> JournalAsync(InstanceRow row, CancellationToken cancellationToken)
    {
        var bursts = await db.Journal.AsNoTracking().Where(j => j.InstanceId == row.Id).OrderBy(j => j.Burst).ToListAsync(cancellationToken);
        var versions = new Dictionary<int, CompiledWorkflow>();
        foreach (var number in bursts.Select(b => b.Version).Distinct())
        {
            var versionId = await db.Definitions.Where(d => d.DefinitionId == row.DefinitionId && d.Version == number).Select(d => d.Id).SingleOrDefaultAsync(cancellationToken);
            versions[number] = await definitions.GetAsync(db, versionId ?? row.DefinitionVersionId, cancellationToken);
        }
        return new(row, JournalFormat.Unpack(bursts, number => versions[number]), await WorkflowAsync(row, cancellationToken));
    }
}
