namespace Dukcapil.TestServers;

/// <summary>The working tree that the tests were built from.</summary>
public static class Repository
{
    /// <summary>Its root.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>A file or folder of it.</summary>
    public static string PathOf(string name) => Path.Combine(Root, name);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Dukcapil.sln")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No Dukcapil.sln above the tests."));
}
