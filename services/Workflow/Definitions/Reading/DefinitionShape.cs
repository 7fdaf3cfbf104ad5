using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Dukcapil.Workflow.Definitions.Reading;

/// <summary>The top of a definition: is this one at all, and are its parts of the kind they must be? Drafts too: Studio never sends others.</summary>
internal static partial class DefinitionShape
{
    private const int LongestName = 200;

    public static void Check(JsonObject model, List<string> problems)
    {
        if (Foreign(model) is { } foreign)
        {
            problems.Add(foreign);
            return;
        }
        foreach (var name in (string[])["id", "definitionId", "name", "description", "toolVersion"]) Must(model, name, JsonValueKind.String, "teks", problems);
        foreach (var name in (string[])["variables", "inputs", "outputs", "outcomes"]) Must(model, name, JsonValueKind.Array, "larik", problems);
        foreach (var name in (string[])["customProperties", "options"]) Must(model, name, JsonValueKind.Object, "objek", problems);
        if (problems.Count > 0) return;
        if (CanonicalDefinition.Text(model, "definitionId") is { } id && !IdPattern().IsMatch(id))
            problems.Add("definitionId hanya boleh berisi huruf, angka, '-', '_', dan '.', paling panjang 100.");
        if (CanonicalDefinition.Text(model, "name") is { } given) CheckName(given, "name", problems);
        foreach (var name in (string[])["variables", "inputs", "outputs"]) CheckNamed(model[name]?.AsArray(), name, problems);
    }

    /// <summary>A name that people read in lists, file names and messages.</summary>
    public static void CheckName(string name, string path, List<string> problems)
    {
        if (name.Length > LongestName) problems.Add($"{path} lebih panjang dari {LongestName} karakter.");
        if (name.Any(c => char.IsControl(c) || c is '<' or '>')) problems.Add($"{path} berisi karakter yang tidak boleh ada dalam nama ('<', '>', atau karakter kendali).");
    }

    /// <summary>JSON of something else, by what it looks like.</summary>
    private static string? Foreign(JsonObject model)
    {
        if (model["root"] is JsonObject root)
            return root["type"]?.GetValueKind() == JsonValueKind.String ? null : "root.type: kegiatan utama harus memiliki tipe (teks).";
        if (model["activities"] is JsonArray && (model.ContainsKey("connections") || model.ContainsKey("definitionId") || model.ContainsKey("persistenceBehavior")))
            return "Ini definisi Elsa 2 (activities tanpa root). Yang dipakai di sini Elsa 3: buat ulang di perancang alur, atau konversi dahulu.";
        return model.ContainsKey("root")
            ? "root harus berupa objek JSON: kegiatan utama alur kerja."
            : "Ini bukan definisi alur kerja Elsa 3: root (kegiatan utama) tidak ada.";
    }

    private static void Must(JsonObject json, string name, JsonValueKind kind, string word, List<string> problems)
    {
        if (json[name] is { } value && value.GetValueKind() != kind) problems.Add($"{name} harus berupa {word}.");
    }

    private static void CheckNamed(JsonArray? items, string path, List<string> problems)
    {
        for (var i = 0; i < (items?.Count ?? 0); i++)
        {
            if (items![i] is not JsonObject item) problems.Add($"{path}[{i}] harus berupa objek.");
            else if (CanonicalDefinition.Text(item, "name") is { } name) CheckName(name, $"{path}[{i}].name", problems);
            else problems.Add($"{path}[{i}].name harus berupa teks yang tidak kosong.");
            if (problems.Count >= ActivityNormalizer.MostProblems) return;
        }
    }

    [GeneratedRegex(@"^[\p{L}\p{Nd}._-]{1,100}\z")]
    private static partial Regex IdPattern();
}
