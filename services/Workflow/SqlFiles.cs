using System.Collections.Concurrent;

namespace Dukcapil.Workflow;

/// <summary>Hot-path SQL lives in <c>.sql</c> files beside the code that runs it, embedded in the assembly.</summary>
internal static class SqlFiles
{
    private static readonly ConcurrentDictionary<string, string> Known = new();

    public static string Read(string folder, string file) => Known.GetOrAdd($"{folder}.{file}", static name =>
    {
        using var stream = typeof(SqlFiles).Assembly.GetManifestResourceStream("Dukcapil.Workflow." + name) ?? throw new InvalidOperationException($"{name} is not part of this build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });
}
