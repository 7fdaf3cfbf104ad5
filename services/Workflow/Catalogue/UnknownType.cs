using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dukcapil.Engine.Catalogue;
using Dukcapil.Engine.Definitions;

namespace Dukcapil.Workflow.Catalogue;

/// <summary>A type and version that a stored definition names and nothing here runs. It is kept, shown, and refused when it shall be published.</summary>
/// <param name="Type">Type.</param>
/// <param name="Version">Version.</param>
internal sealed record UnknownType(string Type, int Version)
{
    /// <summary>Type and version as one text.</summary>
    public static string KeyOf(string type, int version) => string.Create(CultureInfo.InvariantCulture, $"{type}:{version}");

    /// <summary>Those in a definition.</summary>
    public static IReadOnlyList<UnknownType> In(string definition, ActivityCatalogue catalogue, IReadOnlySet<string> known)
    {
        using var json = JsonDocument.Parse(definition, new JsonDocumentOptions { MaxDepth = DefinitionText.MaxDepth });
        var found = new HashSet<UnknownType>();
        if (json.RootElement.TryGetProperty("root", out var root)) Visit(root, catalogue, known, found);
        return [.. found];
    }

    /// <summary>What Studio needs to show it and to leave it alone.</summary>
    public JsonObject Descriptor() => new()
    {
        ["typeName"] = Type,
        ["clrType"] = Type,
        ["namespace"] = "",
        ["name"] = Type[(Type.LastIndexOf('.') + 1)..],
        ["version"] = Version,
        ["category"] = "Tidak dikenal",
        ["displayName"] = $"Tidak dikenal: {Type}",
        ["description"] = "Jenis langkah ini tidak dijalankan di sini. Isinya tetap disimpan, tetapi alurnya tidak dapat diterbitkan.",
        ["inputs"] = new JsonArray(),
        ["outputs"] = new JsonArray(),
        ["kind"] = "Action",
        ["runAsynchronously"] = false,
        ["ports"] = new JsonArray(),
        ["customProperties"] = new JsonObject(),
        ["constructionProperties"] = new JsonObject(),
        ["isContainer"] = false,
        ["isBrowsable"] = false,
        ["isStart"] = false,
        ["isTerminal"] = false,
    };

    private static void Visit(JsonElement activity, ActivityCatalogue catalogue, IReadOnlySet<string> known, HashSet<UnknownType> found)
    {
        if (activity.ValueKind != JsonValueKind.Object || !activity.TryGetProperty("type", out var given) || given.GetString() is not { } type) return;
        var version = activity.TryGetProperty("version", out var number) && number.TryGetInt32(out var value) ? value : 1;
        if (!known.Contains(KeyOf(type, version))) found.Add(new(type, version));
        // Of an unknown type nobody knows where it keeps its children.
        if (catalogue.SlotsOf(type) is not { } slots) return;
        if (slots.HasActivities) foreach (var child in Items(activity, "activities")) Visit(child, catalogue, known, found);
        if (slots.HasCases)
        {
            foreach (var item in Items(activity, "cases"))
                if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("activity", out var child)) Visit(child, catalogue, known, found);
        }
        foreach (var port in slots.Ports)
            if (activity.TryGetProperty(port, out var child)) Visit(child, catalogue, known, found);
    }

    private static IEnumerable<JsonElement> Items(JsonElement activity, string name) =>
        activity.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : [];
}
