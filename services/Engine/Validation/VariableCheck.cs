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
            else if (json.Get("value") is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.String) })
                yield return new(Severity.Error, node.NodeId, "variabel-nilai-salah", $"Nilai awal variabel '{Brief.Of(name)}' harus ditulis sebagai teks; yang lain diabaikan.");
            else if (json.Text("value") is { } value && !string.IsNullOrWhiteSpace(value) && !Fits(value, shape.Kind))
                yield return new(Severity.Error, node.NodeId, "variabel-nilai-salah", $"Nilai awal variabel '{Brief.Of(name)}' tidak sesuai dengan tipenya, {Brief.Of(type)}.");
        }
    }

    private static IEnumerable<Finding> Set(CompiledNode node)
    {
        if (node.Kind is SetVariable && !IsDeclared(node))
            yield return new(Severity.Error, node.NodeId, "variabel-tidak-ada", $"'{WorkflowValidator.Title(node)}' mengisi variabel yang tidak dideklarasikan.");
    }

    private static IEnumerable<Finding> Types(CompiledNode root, string list, string word) => root.Json.Items(list)
        .Where(json => json.Text("type") is { } type && !IsKnown(type)).Select(json => Unknown(root, word, json.Text("name") ?? "", json.Text("type")!));

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

    /// <summary>Inputs and outputs may also be lists, <c>String[]</c> or <c>ICollection&lt;String&gt;</c>.</summary>
    private static bool IsKnown(string type)
    {
        if (type.EndsWith("[]", StringComparison.Ordinal))
            return IsKnown(type[..^2]);
        var open = type.IndexOf('<', StringComparison.Ordinal);
        return open > 0 && type.EndsWith('>')
            ? type[..open] is "ICollection" or "IEnumerable" or "IList" or "List" or "IDictionary" && type[(open + 1)..^1].Split(',').All(part => IsKnown(part.Trim()))
            : ValueShape.OfVariable(type, isArray: false) is not null;
    }

    private static bool Fits(string text, ValueKind kind)
    {
        var culture = CultureInfo.InvariantCulture;
        return kind switch
        {
            ValueKind.Boolean => bool.TryParse(text, out _),
            ValueKind.Int16 => short.TryParse(text, Whole, culture, out _),
            ValueKind.Int32 => int.TryParse(text, Whole, culture, out _),
            ValueKind.Int64 => long.TryParse(text, Whole, culture, out _),
            ValueKind.Single or ValueKind.Double => double.TryParse(text, NumberStyles.Float, culture, out _),
            ValueKind.Decimal => decimal.TryParse(text, NumberStyles.Float, culture, out _),
            ValueKind.DateTime or ValueKind.DateTimeOffset or ValueKind.DateOnly => DateTimeOffset.TryParse(text, culture, DateTimeStyles.AssumeUniversal, out _),
            ValueKind.TimeSpan => TimeSpan.TryParse(text, culture, out _),
            ValueKind.Guid => Guid.TryParse(text, out _),
            ValueKind.Array => IsJson(text, JsonValueKind.Array),
            ValueKind.JsonObject or ValueKind.Expando or ValueKind.Dictionary or ValueKind.Map => IsJson(text, JsonValueKind.Object),
            ValueKind.Json => IsJson(text, null),
            _ => true,
        };
    }

    private static bool IsJson(string text, JsonValueKind? kind)
    {
        try
        {
            return JsonElement.Parse(text).ValueKind is var found && (kind is null || found == kind);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
