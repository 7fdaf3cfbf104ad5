using System.Text.Json;
using System.Text.Json.Nodes;
using Dukcapil.Engine.Catalogue;
using Dukcapil.Workflow.Definitions.Reading;

namespace Dukcapil.Workflow.Definitions.Riwayat;

/// <summary>A definition as a flat list of parts with their values as text, so that two can be laid beside each other.</summary>
internal sealed class DefinitionParts
{
    private const int LongestValue = 500;

    private static readonly HashSet<string> Structure = new HashSet<string>(StringComparer.Ordinal)
    {
        "id", "nodeId", "type", "version", "metadata", "activities", "connections", "variables", "cases",
    };

    private readonly Dictionary<string, (string Label, string Value)> parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> titles = new(StringComparer.Ordinal);
    private readonly ActivityCatalogue catalogue;

    private DefinitionParts(ActivityCatalogue catalogue) => this.catalogue = catalogue;

    /// <summary>What is different.</summary>
    public static IReadOnlyList<Perbedaan> Compare(JsonObject? before, JsonObject after, ActivityCatalogue catalogue)
    {
        var (old, now) = (Of(before, catalogue), Of(after, catalogue));
        var differences = new List<Perbedaan>();
        foreach (var (key, (label, value)) in now)
        {
            if (!old.TryGetValue(key, out var was)) differences.Add(new(key, label, null, Short(value)));
            else if (was.Value != value) differences.Add(new(key, label, Short(was.Value), Short(value)));
        }
        differences.AddRange(old.Where(p => !now.ContainsKey(p.Key)).Select(p => new Perbedaan(p.Key, p.Value.Label, Short(p.Value.Value), null)));
        return differences;
    }

    private static Dictionary<string, (string Label, string Value)> Of(JsonObject? content, ActivityCatalogue catalogue)
    {
        if (content is null) return [];
        var read = new DefinitionParts(catalogue);
        read.Top(content);
        if (content["root"] is JsonObject root) read.Activity(root, isRoot: true);
        return read.parts;
    }

    private void Top(JsonObject content)
    {
        Add("nama", "Nama", content["name"]);
        Add("keterangan", "Keterangan", content["description"]);
        foreach (var (name, value) in content["options"]?.AsObject() ?? []) Add($"pengaturan/{name}", $"Pengaturan {name}", value);
        foreach (var (list, label) in ((string, string)[])[("variables", "Variabel"), ("inputs", "Masukan"), ("outputs", "Keluaran")])
        {
            foreach (var item in content[list]?.AsArray().OfType<JsonObject>() ?? [])
            {
                var name = CanonicalDefinition.Text(item, "name") ?? "";
                var value = item["value"] ?? item["defaultValue"];
                parts[$"{list}/{name}"] = ($"{label} {name}", $"{item["typeName"] ?? item["type"]}{(value is null ? "" : " = " + Text(value))}");
            }
        }
    }

    private void Activity(JsonObject activity, bool isRoot)
    {
        var (id, type) = (CanonicalDefinition.Text(activity, "id") ?? "", CanonicalDefinition.Text(activity, "type") ?? "");
        var title = titles[id] = CanonicalDefinition.Text(activity["metadata"] as JsonObject ?? [], "displayText") ?? CanonicalDefinition.Text(activity, "name") ?? id;
        var slots = catalogue.SlotsOf(type);
        if (!isRoot) parts[$"langkah/{id}"] = ($"Langkah {title}", type);
        foreach (var (name, value) in activity.Where(p => p.Value is not null && !Structure.Contains(p.Key) && slots?.Ports.Contains(p.Key) != true))
        {
            if (name == "customProperties" && isRoot) continue;
            Add($"langkah/{id}/{name}", $"{title} · {name}", value);
        }
        if (activity["metadata"]?["designer"]?["position"] is JsonObject place && !isRoot) Add($"langkah/{id}/letak", $"{title} · letak", Place(place));
        if (slots is null) return;
        if (slots.HasActivities) foreach (var child in activity["activities"]?.AsArray().OfType<JsonObject>() ?? []) Activity(child, isRoot: false);
        if (slots.HasConnections) foreach (var link in activity["connections"]?.AsArray().OfType<JsonObject>() ?? []) Connection(link);
        if (slots.HasCases) foreach (var item in activity["cases"]?.AsArray().OfType<JsonObject>() ?? []) if (item["activity"] is JsonObject child) Activity(child, isRoot: false);
        foreach (var port in slots.Ports) if (activity[port] is JsonObject child) Activity(child, isRoot: false);
    }

    private void Connection(JsonObject link)
    {
        var (from, port, to) = (Name(link["source"], "activity"), Name(link["source"], "port"), Name(link["target"], "activity"));
        parts[$"sambungan/{from}/{port}/{to}"] = ($"Sambungan {Title(from)} ({port}) → {Title(to)}", "tersambung");
    }

    private void Add(string key, string label, JsonNode? value)
    {
        if (value is not null && Text(value) is { Length: > 0 } text) parts[key] = (label, text);
    }

    private string Title(string id) => titles.GetValueOrDefault(id, id);

    private static string Name(JsonNode? end, string name) => CanonicalDefinition.Text(end as JsonObject ?? [], name) ?? "";

    // Whole pixels: Studio moves by fractions of one.
    private static JsonValue Place(JsonObject place) => JsonValue.Create($"{Pixel(place["x"])}, {Pixel(place["y"])}");

    private static string Pixel(JsonNode? number) =>
        number is JsonValue value && value.TryGetValue<double>(out var x) ? Math.Round(x).ToString(System.Globalization.CultureInfo.InvariantCulture) : "";

    /// <summary>An input by its expression, everything else as its JSON.</summary>
    private static string Text(JsonNode value) => value switch
    {
        JsonObject input when input["expression"] is JsonObject expression =>
            (CanonicalDefinition.Text(expression, "type") is { } type and not ("Literal" or "Object") ? type + ": " : "") + (expression["value"] is { } inner ? Text(inner) : ""),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => text.GetValue<string>(),
        _ => System.Text.Encoding.UTF8.GetString(CanonicalDefinition.Bytes(value)),
    };

    private static string Short(string text) => text.Length <= LongestValue ? text : text[..LongestValue] + " …";
}
