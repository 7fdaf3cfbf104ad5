namespace Dukcapil.TestServers;

/// <summary>Finds installed programs.</summary>
internal static class Programs
{
    public static string? InPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>The folder of the newest PostgreSQL server: Debian keeps each version apart and out of PATH.</summary>
    public static string? PostgresFolder()
    {
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian) ? Directory.GetDirectories(debian) : [];
        return versions.OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
                   .Select(folder => Path.Combine(folder, "bin")).FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
               ?? Path.GetDirectoryName(InPath("initdb"));
    }

    /// <summary>The folder of RabbitMQ's own scripts; Debian's wrappers in PATH insist on the system's node.</summary>
    public static string? RabbitFolder()
    {
        const string debian = "/usr/lib/rabbitmq/bin";
        return File.Exists(Path.Combine(debian, "rabbitmq-server")) ? debian : Path.GetDirectoryName(InPath("rabbitmq-server"));
    }
}
