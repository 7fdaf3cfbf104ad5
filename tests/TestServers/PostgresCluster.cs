using System.Globalization;

namespace Dukcapil.TestServers;

/// <summary>Makes a PostgreSQL cluster, not yet started.</summary>
internal static class PostgresCluster
{
    private const string Service = "postgres";
    private const string Image = "postgres:17";

    public static async Task<IServerHost> CreateAsync(
        string bin, int port, string password, string[] settings, CancellationToken cancellation)
    {
        var user = PrivateDirectory.UserFor(Service);
        var directory = PrivateDirectory.Create(Service);
        try
        {
            var data = Path.Combine(directory, "data");
            var passwordFile = Path.Combine(directory, "password");
            await File.WriteAllTextAsync(passwordFile, password, cancellation);
            await PrivateDirectory.HandOverAsync(directory, user, cancellation);

            // A password even here: without one any user of a shared machine could become superuser of the cluster
            // and, through it, the system user it runs as.
            await Tool("initdb", [
                "--pgdata", data, "--username", "postgres", "--pwfile", passwordFile, "--auth", "scram-sha-256",
                "--encoding", "UTF8", "--locale", "C.UTF-8", "--data-checksums", "--no-sync", "--no-instructions",
            ]).RunAsync(cancellation);

            string[] place = [
                "-D", data, "-p", port.ToString(CultureInfo.InvariantCulture),
                "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
            ];

            // QUIT is mode "immediate"; KILL would leave the shared memory segment behind for good.
            return new LocalHost(directory, Tool(Service, [.. place, .. settings]), OwnedProcess.Quit, Tool);
        }
        catch
        {
            PrivateDirectory.Delete(directory);
            throw;
        }

        Command Tool(string program, string[] arguments) => new(Path.Combine(bin, program), arguments)
        {
            User = user,
            Directory = directory,
            Environment = new Dictionary<string, string?> { ["HOME"] = directory },
        };
    }

    public static async Task<IServerHost> CreateContainerAsync(
        int port, string password, string[] settings, CancellationToken cancellation) =>
        await ContainerHost.CreateAsync(
            Image,
            port,
            innerPort: 5432,
            ["--env", "POSTGRES_PASSWORD=" + password, "--env", "POSTGRES_INITDB_ARGS=--locale=C.UTF-8 --encoding=UTF8 --data-checksums"],
            settings,
            cancellation);
}
