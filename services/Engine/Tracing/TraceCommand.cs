using System.Text;
using System.Text.Json;
using Dukcapil.Engine.Catalogue;
using Dukcapil.Engine.Definitions;

namespace Dukcapil.Engine.Tracing;

/// <summary>
/// <c>trace [--check] PATH…</c>: runs recorded traces of real Elsa on this engine and compares. A path is a file or a folder of
/// <c>*.json</c>. Without <c>--check</c> it also writes what happened, in the same format.
/// </summary>
public static class TraceCommand
{
    /// <summary>Runs the command.</summary>
    /// <param name="args">Options and paths.</param>
    /// <param name="output">Where the results go; the last line is <c>N agree, N deviate as named, N differ</c>.</param>
    /// <param name="store">Where instances are kept between bursts; null keeps them in memory.</param>
    /// <returns>0 when no trace differs, 1 when one does, 2 when nothing was given to compare.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, ITraceStore? store = null)
    {
        var isCheck = args.Contains("--check");
        var files = args.Where(arg => arg != "--check").SelectMany(Expand).ToList();
        if (files.Count == 0)
        {
            output.WriteLine("Usage: trace [--check] PATH…");
            return 2;
        }
        var counts = new int[3];
        foreach (var file in files)
            counts[(int)RunOne(file, isCheck, output, store)]++;
        output.WriteLine($"{counts[0]} agree, {counts[1]} deviate as named, {counts[2]} differ");
        return counts[2] == 0 ? 0 : 1;
    }

    private static IEnumerable<string> Expand(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal) : [path];

    private static TraceAgreement RunOne(string file, bool isCheck, TextWriter output, ITraceStore? store)
    {
        var name = Path.GetFileName(file);
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            var verdict = TraceVerdict.Of(document.RootElement, ActivityCatalogue.Stock, store);
            if (!isCheck)
                output.WriteLine(Show(document.RootElement, verdict.Steps));
            output.WriteLine(verdict.Agreement switch
            {
                TraceAgreement.Agrees => $"{name}: agree",
                TraceAgreement.DeviatesAsNamed => $"{name}: deviates as named ({verdict.Rules})",
                _ => $"{name}: differs",
            });
            foreach (var difference in verdict.Agreement == TraceAgreement.Differs ? verdict.Differences : [])
                output.WriteLine($"  {difference}");
            return verdict.Agreement;
        }
        catch (Exception error) when (error is IOException or JsonException or UnauthorizedAccessException)
        {
            output.WriteLine($"{name}: differs");
            output.WriteLine($"  cannot be read: {error.Message}");
            return TraceAgreement.Differs;
        }
    }

    private static string Show(JsonElement trace, IReadOnlyList<JsonElement> steps)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("name", trace.Text("name"));
            writer.WriteStartArray("steps");
            foreach (var step in steps)
                step.WriteTo(writer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
