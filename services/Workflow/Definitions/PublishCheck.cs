using System.Collections.Frozen;
using Dukcapil.Engine.Validation;
using Dukcapil.Kependudukan;
using Dukcapil.Workflow.Database;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Definitions;

/// <summary>Validates a definition against what the office has: its roles and its other definitions.</summary>
internal sealed class PublishCheck(WorkflowDb db, CompiledDefinitions compiled)
{
    /// <summary>Beyond this many lines nobody reads on.</summary>
    private const int MostLines = 200;

    private static readonly FrozenSet<string> Documents = Persyaratan.Dokumen.Keys.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Every finding.</summary>
    public async Task<IReadOnlyList<Finding>> FindAsync(DefinitionVersion version, CancellationToken cancellationToken)
    {
        var roles = await db.Peran.AsNoTracking().Select(p => p.Kode).ToListAsync(cancellationToken);
        var others = await db.Definitions.AsNoTracking().Where(d => d.IsPublished || d.IsLatest)
            .Select(d => new { d.DefinitionId, d.IsPublished, d.StartedIds }).ToListAsync(cancellationToken);
        var definitions = others.GroupBy(d => d.DefinitionId).ToDictionary(
            d => d.Key,
            d => new KnownDefinition(d.Any(v => v.IsPublished), d.FirstOrDefault(v => v.IsPublished)?.StartedIds.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []));
        return compiled.Compile(version.Json).Validate(new PublishingContext(roles.ToHashSet(StringComparer.Ordinal), definitions, Documents));
    }

    /// <summary>Errors as lines for a person, each naming its node.</summary>
    public static IReadOnlyList<string> Errors(IEnumerable<Finding> findings)
    {
        var lines = findings.Where(f => f.Severity == Severity.Error).Select(Line).Distinct().ToList();
        return lines.Count <= MostLines ? lines : [.. lines.Take(MostLines), $"… dan {lines.Count - MostLines} temuan lain."];
    }

    private static string Line(Finding finding) => finding.NodeId is null ? finding.Message : $"{finding.NodeId}: {finding.Message}";
}
