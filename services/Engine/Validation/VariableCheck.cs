using System.Globalization;
using System.Text.Json;
using Dukcapil.Engine.Activities;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Expressions;

namespace Dukcapil.Engine.Validation;

/// <summary>
/// Variables, inputs and outputs as declared, and that what is set is declared. The engine is as lenient as Elsa when it runs (a text
/// that is no number becomes 0); who draws the flow should hear of it before.
/// </summary>
internal static class VariableCheck
{
    private const NumberStyles Whole = NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    public static IEnumerable<Finding> Find(CompiledWorkflow workflow)
    {
        var root = workflow.Nodes[0];
        return workflow.Nodes.SelectMany(node => Declared(node).Concat(Set(node)))
            .Concat(Types(root, "inputs", "Masukan")).Concat(Types(root, "outputs", "Keluaran"));
    }

    private static IEnumerable<Finding> Declared(CompiledNode node)
    {
        if (node.Parent is not null && !node.Kind.IsContainer)
            yield break;
        var (names, ids) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var json in node.Json.Items("variables").Where(json => json.ValueKind == JsonValueKind.Object))
        {
            if (json.Text("name") is not { Length: > 0 } name)
            {
                yield return new(Severity.Error, node.NodeId, "variabel-tanpa-nama", "Sebuah variabel tidak memiliki nama.");
                continue;
            }
            var type = json.Text("typeName") ?? "Object";
            if (!names.Add(name) || !ids.Add(json.Text("id") ?? name))
                yield return new(Severity.Error, node.NodeId, "variabel-ganda", $"Variabel '{Brief.Of(name)}' (atau id-nya) dideklarasikan lebih dari sekali.");
            if (ValueShape.OfVariable(type, json.Flag("isArray")) is not { } shape)
                yield return Unknown(node, "Variabel", name, type);
            else if (!Fits(json.Get("value"), shape))
                yield return new(Severity.Error, node.NodeId, "variabel-nilai-salah", $"Nilai awal variabel '{Brief.Of(name)}' tidak sesuai dengan tipenya, {Brief.Of(type)}.");
        }
    }

    private static IEnumerable<Finding> Set(CompiledNode node)
    {
        if (node.Kind is SetVariable && !IsDeclared(node))
            yield return new(Severity.Error, node.NodeId, "variabel-tidak-ada", $"'{WorkflowValidator.Title(node)}' mengisi variabel yang tidak dideklarasikan.");
    }

    private static IEnumerable<Finding> Types(CompiledNode root, string list, string word) => root.Json.Items(list)
        .Where(json => json.Text("type") is { } type && !ValueShape.IsKnownAlias(type)).Select(json => Unknown(root, word, json.Text("name") ?? "", json.Text("type")!));

    private static Finding Unknown(CompiledNode node, string word, string name, string type) =>
        new(Severity.Error, node.NodeId, "variabel-tipe-tidak-dikenal", $"{word} '{Brief.Of(name)}' bertipe '{Brief.Of(type)}', yang tidak dikenal.");

    private static bool IsDeclared(CompiledNode node)
    {
        for (var at = node.Parent; at is not null; at = at.Parent)
        {
            if (Array.Exists(at.Variables, variable => variable.Id == node.TargetVariableId))
                return true;
        }
        return false;
    }

    /// <summary>Elsa keeps a default as text; an empty one is none.</summary>
    private static bool Fits(JsonElement value, ValueShape shape)
    {
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null || shape.Kind is ValueKind.Object or ValueKind.String)
            return true;
        if (shape.Kind is ValueKind.Json or ValueKind.JsonObject or ValueKind.Dictionary or ValueKind.List or ValueKind.Array or ValueKind.Bytes)
            return IsStructure(value, shape);
        var text = value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();
        if (string.IsNullOrWhiteSpace(text))
            return true;
        var culture = CultureInfo.InvariantCulture;
        return shape.Kind switch
        {
            ValueKind.Boolean => bool.TryParse(text, out _),
            ValueKind.Int16 => short.TryParse(text, Whole, culture, out _),
            ValueKind.Int32 => int.TryParse(text, Whole, culture, out _),
            ValueKind.Int64 => long.TryParse(text, Whole, culture, out _),
            ValueKind.Single or ValueKind.Double => double.TryParse(text, NumberStyles.Float, culture, out _),
            ValueKind.Decimal => decimal.TryParse(text, NumberStyles.Float, culture, out _),
            ValueKind.DateTime or ValueKind.DateTimeOffset => DateTimeOffset.TryParse(text, culture, DateTimeStyles.AssumeUniversal, out _),
            ValueKind.DateOnly => DateOnly.TryParse(text, culture, out _) || DateTime.TryParse(text, culture, out _),
            ValueKind.TimeSpan => TimeSpan.TryParse(text, culture, out _),
            _ => Guid.TryParse(text, out _),
        };
    }

    private static bool IsStructure(JsonElement value, ValueShape shape)
    {
        if (value.ValueKind is JsonValueKind.String)
        {
            var text = value.GetString()!;
            if (string.IsNullOrWhiteSpace(text) || shape.Kind is ValueKind.Bytes)
                return true;
            try
            {
                value = JsonElement.Parse(text);
            }
            catch (JsonException)
            {
                return false;
            }
        }
        return value.ValueKind is JsonValueKind.Array or JsonValueKind.Null
            || (shape.Kind is ValueKind.Json or ValueKind.JsonObject or ValueKind.Dictionary && value.ValueKind is JsonValueKind.Object);
    }
}
