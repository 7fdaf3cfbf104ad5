using System.Text.Json;
using Dukcapil.Engine.Activities;
using Dukcapil.Engine.Catalogue;

namespace Dukcapil.Engine.Definitions;

/// <summary>Compiles an Elsa 3 definition. Never throws on what a definition may contain: problems are listed, naming the node.</summary>
public static class WorkflowCompiler
{
    /// <summary>Largest definition taken, bytes of JSON.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>Most activities in one definition.</summary>
    public const int MaxNodes = 10_000;

    /// <summary>Most connections in one flowchart.</summary>
    public const int MaxConnections = 20_000;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = DefinitionText.MaxDepth };

    /// <summary>Compiles a definition from its JSON text.</summary>
    /// <param name="utf8">JSON, UTF-8.</param>
    /// <param name="catalogue">The types that exist.</param>
    /// <returns>The definition with its problems; text that is not JSON or too large gives an empty workflow with one problem.</returns>
    public static CompiledWorkflow Compile(ReadOnlyMemory<byte> utf8, ActivityCatalogue catalogue)
    {
        if (utf8.Length > MaxBytes)
            return Refuse(catalogue, "definisi-terlalu-besar", $"Definisi lebih besar dari {MaxBytes / 1024 / 1024} MB.");
        try
        {
            using var document = JsonDocument.Parse(utf8, Options);
            return Compile(document.RootElement.Clone(), catalogue);
        }
        catch (JsonException error)
        {
            return Refuse(catalogue, "bukan-json", $"Definisi bukan JSON yang benar: baris {error.LineNumber + 1}, kolom {error.BytePositionInLine + 1}.");
        }
        catch (InvalidOperationException)
        {
            // Text that is no text (invalid UTF-8, half a surrogate pair) shows only when it is read.
            return Refuse(catalogue, "teks-rusak", DefinitionText.Check(utf8.Span)?.Message ?? "Definisi berisi teks yang tidak dapat dibaca.");
        }
    }

    /// <summary>Compiles a definition.</summary>
    /// <param name="definition">The definition as Studio exports it; it must outlive the result.</param>
    /// <param name="catalogue">The types that exist.</param>
    public static CompiledWorkflow Compile(JsonElement definition, ActivityCatalogue catalogue)
    {
        var problems = new List<LoadProblem>();
        if (definition.ValueKind != JsonValueKind.Object)
            problems.Add(new(null, "bukan-objek", "Definisi harus berupa objek JSON."));
        var nodes = new NodeReader(catalogue, problems).ReadAll(definition);
        var strategy = definition.Get("options").Text("incidentStrategyType") ?? "";
        return new(catalogue, nodes)
        {
            DefinitionId = definition.Text("definitionId") ?? definition.Text("id") ?? "",
            VersionId = definition.Text("id"),
            Version = definition.Number("version") ?? 1,
            Name = definition.Text("name"),
            ContinuesWithIncidents = strategy.Contains("ContinueWithIncidents", StringComparison.Ordinal),
            Inputs = [.. definition.Items("inputs").Where(input => input.Text("name") is not null).Select(ReadInput)],
            Outputs = [.. definition.Items("outputs").Where(output => output.Text("name") is not null)
                .Select(output => new OutputDefinition(output.Text("name")!, output.Text("type") ?? "Object"))],
            Problems = problems,
        };
    }

    private static InputDefinition ReadInput(JsonElement json) => new(
        json.Text("name")!, json.Text("type") ?? "Object",
        VariableReader.IsPersistent(json.Text("storageDriverType") ?? json.Text("storageDriverTypeName")));

    private static CompiledWorkflow Refuse(ActivityCatalogue catalogue, string code, string message)
    {
        var root = new CompiledNode(0, null, "Workflow1", "Elsa.Workflow", new WorkflowRoot(), default)
        {
            OutputNames = ["Result"],
            Outputs = [new("Result", null)],
        };
        return new(catalogue, [root])
        {
            DefinitionId = "",
            VersionId = null,
            Version = 0,
            Name = null,
            ContinuesWithIncidents = true,
            Inputs = [],
            Outputs = [],
            Problems = [new(null, code, message)],
        };
    }
}
