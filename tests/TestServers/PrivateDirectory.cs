namespace Dukcapil.TestServers;

/// <summary>Where the data of a test server live, and the system user they must belong to.</summary>
internal static class PrivateDirectory
{
    /// <summary>
    /// Root must become another user, since PostgreSQL refuses to run as root; an ordinary user stays itself (null).
    /// </summary>
    public static string? UserFor(string service)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return null;
        }

        var known = File.ReadLines("/etc/passwd").Any(line => line.StartsWith(service + ":", StringComparison.Ordinal));
        return known ? service : throw new ServerUnavailableException($"As root, the tests run {service} as system user \"{service}\", which does not exist.");
    }

    public static string Create(string service)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new ServerUnavailableException("Test servers of our own need Linux; elsewhere name servers by environment variables.");
        }

        // Another user must be able to reach it, and TMPDIR of root may be closed to others.
        var parent = Environment.IsPrivilegedProcess ? "/tmp" : Path.GetTempPath();
        var path = Path.Combine(parent, $"dukcapil-{service}-{Guid.NewGuid():N}"[..^20]);
        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    public static Task HandOverAsync(string path, string? user, CancellationToken cancellation) =>
        user is null ? Task.CompletedTask : new Command("chown", "-R", user + ":", path).RunAsync(cancellation);

    public static void Delete(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
