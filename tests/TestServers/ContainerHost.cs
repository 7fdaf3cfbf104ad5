using System.Globalization;

namespace Dukcapil.TestServers;

/// <summary>A server in a container with the version that production runs.</summary>
internal sealed class ContainerHost : IServerHost
{
    private readonly string name;
    private readonly LeftoverGuard guard;

    private ContainerHost(string name)
    {
        this.name = name;
        guard = new LeftoverGuard(container: name);
    }

    public bool CanStop => true;

    public bool HasExited => false;

    public string RecentOutput => $"see `docker logs {name}`";

    /// <summary>True when a Docker engine answers.</summary>
    public static async Task<bool> IsAvailableAsync(CancellationToken cancellation)
    {
        if (Programs.InPath("docker") is not { } docker)
        {
            return false;
        }

        try
        {
            await new Command(docker, "info").RunAsync(cancellation);
            return true;
        }
        catch (InvalidOperationException)
        {
            // The client alone is no engine.
            return false;
        }
    }

    /// <summary>Creates the container, which starts with <see cref="StartAsync"/>.</summary>
    public static async Task<ContainerHost> CreateAsync(
        string image, int port, int innerPort, string[] options, string[] arguments, CancellationToken cancellation)
    {
        var name = $"dukcapil-test-{Guid.NewGuid():N}";
        var publish = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}:{innerPort}");
        var host = new ContainerHost(name);
        try
        {
            await DockerAsync(["create", "--name", name, "--hostname", "test", "--publish", publish, .. options, image, .. arguments], cancellation);
            return host;
        }
        catch
        {
            host.guard.Dispose();
            throw;
        }
    }

    public Task StartAsync(CancellationToken cancellation) => DockerAsync(["start", name], cancellation);

    public async Task StopAsync(int signal, CancellationToken cancellation)
    {
        await DockerAsync(["kill", "--signal", signal.ToString(CultureInfo.InvariantCulture), name], cancellation);
        await DockerAsync(["wait", name], cancellation);
    }

    public Task<string> RunToolAsync(string tool, string[] arguments, CancellationToken cancellation) =>
        DockerAsync(["exec", name, tool, .. arguments], cancellation);

    public async ValueTask DisposeAsync()
    {
        await DockerAsync(["rm", "--force", "--volumes", name], CancellationToken.None);
        guard.Dispose();
    }

    private static Task<string> DockerAsync(string[] arguments, CancellationToken cancellation) =>
        new Command("docker", arguments).RunAsync(cancellation);
}
