using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Pemindahan;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Definitions;

/// <summary>Who needs a definition: instances that run or ran on a version or are to be moved to it, definitions that start it, applications that begin with it.</summary>
internal sealed class DefinitionUse(WorkflowDb db, IConfiguration configuration)
{
    /// <summary>Instances, running and ended, of any of these versions.</summary>
    public async Task<int> InstancesAsync(IReadOnlyCollection<string> versionIds, CancellationToken cancellationToken)
    {
        // By number: the index of both tables begins with definition and version.
        var versions = await db.Definitions.Where(d => versionIds.Contains(d.Id)).Select(d => new { d.DefinitionId, d.Version }).ToListAsync(cancellationToken);
        var count = 0;
        foreach (var version in versions)
        {
            count += await db.Instances.CountAsync(i => i.DefinitionId == version.DefinitionId && i.Version == version.Version, cancellationToken);
            count += await db.FinishedInstances.CountAsync(i => i.DefinitionId == version.DefinitionId && i.Version == version.Version, cancellationToken);
        }
        return count;
    }

    /// <summary>Whether instances are still to be moved to this version.</summary>
    public Task<bool> IsAwaitedAsync(string versionId, CancellationToken cancellationToken) => db.VersionMoves.AnyAsync(
        m => m.ToVersionId == versionId && m.StoppedAt == null
            && (m.ListedAt == null || db.VersionMoveResults.Any(
                r => r.MoveId == m.Id && (r.Status == VersionMoveResult.Waiting || r.Status == VersionMoveResult.WaitingForOwner))),
        cancellationToken);

    /// <summary>Ids of the definitions whose latest or published version starts this one.</summary>
    public async Task<List<string>> ConsumersAsync(string definitionId, CancellationToken cancellationToken) =>
        [.. (await Starters(definitionId).Where(d => d.IsLatest || d.IsPublished).Select(d => d.DefinitionId).Distinct().ToListAsync(cancellationToken)).Order(StringComparer.Ordinal)];

    /// <summary>Why new instances of this definition are still needed; null when they are not.</summary>
    public async Task<string?> NeededAsync(string definitionId, CancellationToken cancellationToken)
    {
        if (ApplicationDefinitions.Contain(configuration, definitionId)) return $"Definisi '{definitionId}' dipakai untuk permohonan baru (setelan Alur:Definisi); ubah setelan itu dahulu.";
        var consumers = await Starters(definitionId).Where(d => d.IsPublished).Select(d => d.DefinitionId).ToListAsync(cancellationToken);
        return consumers.Count == 0 ? null : $"Definisi '{definitionId}' dijalankan sebagai sub-alur oleh {string.Join(", ", consumers.Order(StringComparer.Ordinal))}.";
    }

    private IQueryable<DefinitionVersion> Starters(string definitionId)
    {
        var id = DefinitionRow.StartedId(definitionId);
        return db.Definitions.Where(d => d.DefinitionId != definitionId && d.StartedIds.Contains(id));
    }
}
