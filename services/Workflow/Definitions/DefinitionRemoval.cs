using System.Linq.Expressions;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Definitions.Riwayat;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Definitions;

/// <summary>Deletes versions and definitions that nothing needs: all that was asked for, or nothing.</summary>
internal sealed class DefinitionRemoval(WorkflowDb db, DefinitionUse use, DefinitionTriggers triggers, ChangeLog changes)
{
    /// <summary>One version by its id.</summary>
    public Task<DefinitionOutcome> VersionAsync(string id, CancellationToken cancellationToken) => RemoveAsync(d => d.Id == id, isWhole: false, cancellationToken);

    /// <summary>One version by its number.</summary>
    public Task<DefinitionOutcome> VersionAsync(string definitionId, int version, CancellationToken cancellationToken) =>
        RemoveAsync(d => d.DefinitionId == definitionId && d.Version == version, isWhole: false, cancellationToken);

    /// <summary>Several versions by their ids.</summary>
    public Task<DefinitionOutcome> VersionsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        RemoveAsync(d => ids.Contains(d.Id), isWhole: false, cancellationToken);

    /// <summary>Definitions with all their versions.</summary>
    public Task<DefinitionOutcome> DefinitionsAsync(IReadOnlyList<string> definitionIds, CancellationToken cancellationToken) =>
        RemoveAsync(d => definitionIds.Contains(d.DefinitionId), isWhole: true, cancellationToken);

    /// <summary>Versions deleted by the last call that succeeded.</summary>
    public int Deleted { get; private set; }

    private Task<DefinitionOutcome> RemoveAsync(Expression<Func<DefinitionVersion, bool>> which, bool isWhole, CancellationToken cancellationToken) => OnceMore.RunAsync(db, async () =>
    {
        var versions = await DefinitionAnswers.WithoutJson(db.Definitions.AsNoTracking().Where(which)).ToListAsync(cancellationToken);
        if (versions.Count == 0) return DefinitionOutcome.NotFound;
        var refused = new List<string>();
        foreach (var version in versions)
        {
            var name = isWhole ? $"Definisi '{version.DefinitionId}'" : $"Versi {version.Version} dari '{version.DefinitionId}'";
            if (version.IsReadonly) refused.Add($"{name} hanya dapat dibaca (isReadonly).");
            if (await use.InstancesAsync([version.Id], cancellationToken) is > 0 and var count) refused.Add($"{name} dipakai oleh {count} instans pada versi {version.Version}.");
            if (await use.IsAwaitedAsync(version.Id, cancellationToken)) refused.Add($"{name} adalah tujuan pemindahan instans yang belum selesai.");
            if (version.IsPublished && await use.NeededAsync(version.DefinitionId, cancellationToken) is { } needed) refused.Add(needed);
        }
        if (refused.Count > 0) return DefinitionOutcome.No([.. refused.Distinct()]);
        var ids = versions.ConvertAll(v => v.Id);
        foreach (var published in versions.Where(v => v.IsPublished)) await triggers.ReplaceAsync(published.DefinitionId, versionId: null, workflow: null, cancellationToken);
        foreach (var version in versions) changes.Add(version, DefinitionChange.Delete);
        await db.SaveChangesAsync(cancellationToken);
        Deleted = await db.Definitions.Where(d => ids.Contains(d.Id)).ExecuteDeleteAsync(cancellationToken);
        foreach (var definitionId in versions.Where(v => v.IsLatest).Select(v => v.DefinitionId).Distinct())
        {
            var last = await db.Definitions.Where(d => d.DefinitionId == definitionId).MaxAsync(d => (int?)d.Version, cancellationToken);
            await db.Definitions.Where(d => d.DefinitionId == definitionId && d.Version == last).ExecuteUpdateAsync(d => d.SetProperty(x => x.IsLatest, true), cancellationToken);
        }
        return DefinitionOutcome.Done(versions[0]);
    }, cancellationToken);
}
