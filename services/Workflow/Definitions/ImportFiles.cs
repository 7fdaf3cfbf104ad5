using System.Text.Json.Nodes;
using Dukcapil.Workflow.Catalogue;
using Dukcapil.Workflow.Definitions.Reading;

namespace Dukcapil.Workflow.Definitions;

/// <summary>Imports many files. All are read and checked before the first is written, so that one bad file leaves nothing half done.</summary>
internal sealed class ImportFiles(DefinitionPublisher publisher, KatalogAktivitas katalog)
{
    /// <summary>Why nothing was imported; empty when all was.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<DefinitionFile> files, string savedBy, CancellationToken cancellationToken)
    {
        var (models, refused, owners) = (new List<JsonObject>(), new List<string>(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var file in files)
        {
            var (model, unreadable) = ModelReader.Parse(file.Content);
            IReadOnlyList<string> problems = model is null ? [unreadable!] : CanonicalDefinition.Read(model, katalog.ForEngine).Refused;
            refused.AddRange(problems.Select(problem => $"{file.Name}: {problem}"));
            if (model is null || problems.Count > 0) continue;
            if (CanonicalDefinition.Text(model, "definitionId") is { } id && !owners.TryAdd(id, file.Name))
                refused.Add($"{file.Name}: definitionId '{id}' juga dipakai oleh {owners[id]}.");
            models.Add(model);
        }
        if (refused.Count > 0) return refused;
        return await publisher.ImportAllAsync(models, savedBy, cancellationToken);
    }
}
