namespace Dukcapil.ServiceDefaults;

/// <summary>Hot-path SQL lives in <c>.sql</c> files beside the code that runs it, embedded in the assembly.</summary>
internal static class SqlResource
{
    public static string Read(string file)
    {
        var assembly = typeof(SqlResource).Assembly;
        var name = assembly.GetManifestResourceNames().Single(n => n.EndsWith("." + file, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
