namespace Dukcapil.Approval;

/// <summary>SQL lives in <c>.sql</c> files beside the code that runs it, embedded in the assembly.</summary>
internal static class SqlFiles
{
    public static string Read(string folder, string file)
    {
        var name = $"Dukcapil.Approval.{folder}.{file}";
        using var stream = typeof(SqlFiles).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not part of this build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
