using System.Collections.Concurrent;

namespace Dukcapil.ServiceDefaults;

/// <summary>SQL of our own lives in <c>.sql</c> files beside the code that runs it, embedded in the assembly.</summary>
public static class SqlResource
{
    private static readonly ConcurrentDictionary<(Type, string), string> Known = new();

    /// <summary>Text of a file in the folder of a type.</summary>
    /// <param name="beside">The type.</param>
    /// <param name="file">File name.</param>
    public static string Read(Type beside, string file) => Known.GetOrAdd((beside, file), static f =>
    {
        var name = $"{f.Item1.Namespace}.{f.Item2}";
        using var stream = f.Item1.Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not part of this build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });
}
