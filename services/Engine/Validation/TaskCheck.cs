using System.Text.Json;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Expressions;

namespace Dukcapil.Engine.Validation;

/// <summary>Tasks of people: somebody must be there to do them, and must be able to end them.</summary>
internal static class TaskCheck
{
    private const string Pelaksana = "pelaksana";

    public static IEnumerable<Finding> Find(CompiledWorkflow workflow, PublishingContext context) =>
        workflow.Nodes.Where(node => node.IsHumanTask).SelectMany(node => Find(node, context));

    /// <summary>Role that does a task; null when none is given or when an expression decides at run time.</summary>
    public static string? RoleOf(CompiledNode node) => TextOf(node, Pelaksana);

    /// <summary>Text of an input that stands in the definition; null when it is empty, or decided at run time.</summary>
    public static string? TextOf(CompiledNode node, string input) => Text(Input(node, input));

    private static IEnumerable<Finding> Find(CompiledNode node, PublishingContext context)
    {
        var title = WorkflowValidator.Title(node);
        if (Input(node, Pelaksana)?.Expression is null || (Input(node, Pelaksana)!.Expression!.IsConstant && RoleOf(node) is null))
            yield return new(Severity.Error, node.NodeId, "tanpa-pelaksana", $"Tugas '{title}' belum memiliki pelaksana.");
        if (context.Roles is { } roles)
        {
            foreach (var role in new[] { Pelaksana, "peranEskalasi" }.Select(name => Text(Input(node, name))).OfType<string>().Where(role => !roles.Contains(role)).Distinct())
                yield return new(Severity.Error, node.NodeId, "peran-tidak-dikenal", $"Peran '{Brief.Of(role)}' pada tugas '{title}' tidak dikenal; tambahkan dahulu ke daftar peran.");
        }
        if (context.Requirements is { } requirements)
        {
            foreach (var code in Codes(Input(node, "persyaratanTambahan")).Where(code => !requirements.Contains(code)).Distinct(StringComparer.Ordinal))
                yield return new(Severity.Error, node.NodeId, "persyaratan-tidak-dikenal", $"Persyaratan '{Brief.Of(code)}' pada tugas '{title}' tidak dikenal; pilih dari daftar dokumen.");
        }
        if (node.OfferedOutcomes.Count == 0)
            yield return new(Severity.Error, node.NodeId, "tanpa-hasil", $"Tugas '{title}' tidak memiliki hasil yang tersambung, sehingga tidak dapat diselesaikan.");
    }

    // A list as the designer writes it: JSON, as text or as it is. What an expression gives at run time is not known here.
    private static List<string> Codes(CompiledInput? input)
    {
        var value = input?.Expression switch { LiteralExpression literal => literal.Value, ObjectExpression json => json.Value, _ => null };
        if (value is null || Coercion.ToText(value) is not { } text || string.IsNullOrWhiteSpace(text)) return [];
        if (!text.StartsWith('[')) return [text];
        try
        {
            return JsonElement.Parse(text).EnumerateArray().Select(item => item.ToString()).ToList();
        }
        catch (JsonException)
        {
            return [text];
        }
    }

    private static CompiledInput? Input(CompiledNode node, string name) =>
        Array.Find(node.Inputs, candidate => string.Equals(candidate.JsonName, name, StringComparison.OrdinalIgnoreCase));

    private static string? Text(CompiledInput? input) =>
        input?.Expression is LiteralExpression { Value: { } value } && Coercion.ToText(value) is var text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
