namespace Dukcapil.TestServers;

/// <summary>Finds what was built of a service beside the tests that ask.</summary>
public static class ServiceAssembly
{
    /// <summary>Path of the service's program, built in the same configuration as the calling tests.</summary>
    /// <param name="project">Name of the project under <c>services/</c>, for example <c>Intake</c>.</param>
    /// <exception cref="FileNotFoundException">Not built; the message names the places looked at.</exception>
    public static string Find(string project)
    {
        var file = $"Dukcapil.{project}.dll";
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        List<string> places =
        [
            // tests/X/bin/Release/net10.0 → services/Project/bin/Release/net10.0, or tests/Project/…
            Path.Combine(own.FullName, "../../../../../services", project, "bin", own.Parent?.Name ?? "", own.Name, file),
            Path.Combine(own.FullName, "../../../../../tests", project, "bin", own.Parent?.Name ?? "", own.Name, file),
            // artifacts/bin/X/release → artifacts/bin/Project/release
            Path.Combine(own.FullName, "../..", project, own.Name, file),
        ];
        return places.Select(Path.GetFullPath).FirstOrDefault(File.Exists) ?? throw new FileNotFoundException(
            $"{file} is not built. Looked at: {string.Join(", ", places.Select(Path.GetFullPath))}");
    }
}
