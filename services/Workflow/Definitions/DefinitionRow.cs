using System.Text;
using System.Text.Json.Nodes;
using Dukcapil.Engine.Definitions;
using Dukcapil.Workflow.Definitions.Reading;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Definitions;

/// <summary>Writes the content of a definition into its row, with the columns that lists and searches read.</summary>
internal static class DefinitionRow
{
    public static void Configure(ModelBuilder model) => model.Entity<DefinitionVersion>(d =>
    {
        d.ToTable("Definition");
        d.HasIndex(x => new { x.DefinitionId, x.Version }).IsUnique();
        // One latest and one published version of a definition, whoever saves beside whom.
        d.HasIndex(x => x.DefinitionId, "IX_Definition_Latest").IsUnique().HasFilter("is_latest");
        d.HasIndex(x => x.DefinitionId, "IX_Definition_Published").IsUnique().HasFilter("is_published");
        d.Property(x => x.Revision).IsConcurrencyToken();
    });

    /// <summary>Writes it; false when it is larger than a definition may be.</summary>
    public static bool TryWrite(DefinitionVersion row, JsonObject content, string hash, CompiledDefinitions compiled)
    {
        var json = (JsonObject)content.DeepClone();
        json.Insert(0, "id", row.Id);
        json.Insert(1, "definitionId", row.DefinitionId);
        json.Insert(2, "version", row.Version);
        var bytes = CanonicalDefinition.Bytes(json);
        if (bytes.Length > WorkflowCompiler.MaxBytes) return false;
        row.Json = Encoding.UTF8.GetString(bytes);
        row.ContentHash = hash;
        row.Name = CanonicalDefinition.Text(content, "name");
        row.Description = (content["description"] as JsonValue)?.GetValue<string>();
        row.ToolVersion = CanonicalDefinition.Text(content, "toolVersion");
        row.IsReadonly = CanonicalDefinition.Flag(content, "isReadonly");
        row.IsSystem = CanonicalDefinition.Flag(content, "isSystem");
        row.SearchText = $"{row.Name} {row.DefinitionId} {row.Description}".ToLowerInvariant();
        row.StartedIds = string.Concat(WorkflowReference.Of(compiled.Compile(row.Json)).Select(r => r.DefinitionId).OfType<string>().Distinct().Select(StartedId));
        return true;
    }

    /// <summary>How an id stands in <see cref="DefinitionVersion.StartedIds"/>.</summary>
    public static string StartedId(string definitionId) => $" {definitionId} ";

    /// <summary>The content of a row, as it was given to <see cref="TryWrite"/>.</summary>
    public static JsonObject Content(DefinitionVersion row)
    {
        var content = JsonNode.Parse(row.Json, documentOptions: new() { MaxDepth = DefinitionText.MaxDepth })!.AsObject();
        foreach (var name in (string[])["id", "definitionId", "version"]) content.Remove(name);
        return content;
    }
}
