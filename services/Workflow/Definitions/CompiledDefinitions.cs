using System.Collections.Concurrent;
using System.Text;
using Dukcapil.Engine.Definitions;
using Dukcapil.Workflow.Catalogue;
using Dukcapil.Workflow.Database;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Definitions;

/// <summary>Published versions, compiled once per process. A published version never changes, so the cache needs no invalidation.</summary>
public sealed class CompiledDefinitions(KatalogAktivitas katalog)
{
    private readonly ConcurrentDictionary<string, CompiledWorkflow> compiled = new();

    /// <summary>The version an instance runs on.</summary>
    public async Task<CompiledWorkflow> GetAsync(WorkflowDb db, string versionId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (compiled.TryGetValue(versionId, out var known)) return known;
        var version = await db.Definitions.AsNoTracking().SingleAsync(d => d.Id == versionId, cancellationToken);
        return compiled.GetOrAdd(versionId, Compile(version.Json));
    }

    /// <summary>The version that new instances of a definition start on.</summary>
    public async Task<(string VersionId, CompiledWorkflow Workflow)> PublishedAsync(WorkflowDb db, string definitionId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var versionId = await db.Definitions.Where(d => d.DefinitionId == definitionId && d.IsPublished).Select(d => d.Id).SingleOrDefaultAsync(cancellationToken)
            ?? throw new InvalidOperationException($"No version of definition '{definitionId}' is published.");
        return (versionId, await GetAsync(db, versionId, cancellationToken));
    }

    /// <summary>Definitions that can be started.</summary>
    public async Task<IReadOnlySet<string>> PublishedIdsAsync(WorkflowDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return (await db.Definitions.Where(d => d.IsPublished).Select(d => d.DefinitionId).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Compiles a text that may still have problems.</summary>
    public CompiledWorkflow Compile(string json) => WorkflowCompiler.Compile(Encoding.UTF8.GetBytes(json), katalog.ForEngine);
}
