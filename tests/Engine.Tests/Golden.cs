using System.Text.Json;

namespace Dukcapil.Engine.Tests;

/// <summary>The traces measured on real Elsa 3.7.1 in token flowchart mode.</summary>
internal static class Golden
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "golden");

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static JsonElement Read(string name) => JsonElement.Parse(File.ReadAllBytes(Path.Combine(Folder, name + ".json")));
}
