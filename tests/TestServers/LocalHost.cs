namespace Dukcapil.TestServers;

/// <summary>A server from the programs installed on this machine, in a directory of its own.</summary>
/// <param name="directory">Deleted in the end.</param>
/// <param name="server">The server itself.</param>
/// <param name="farewell">The signal for the quickest end that leaves nothing behind.</param>
/// <param name="tool">Makes the command of a tool from its name and arguments.</param>
internal sealed class LocalHost(string directory, Command server, int farewell, Func<string, string[], Command> tool) : IServerHost
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(60);
    private readonly OutputLog log = new();
    private readonly LeftoverGuard guard = new(directory);
    private readonly List<OwnedProcess> companions = [];
    private OwnedProcess? running;
    private bool disposed;

    public bool CanStop => true;

    public bool HasExited => running?.HasExited ?? true;

    public string RecentOutput => log.Tail();

    /// <summary>Starts a helper that lives until disposal, through stops of the server.</summary>
    public void StartCompanion(Command command) => companions.Add(OwnedProcess.Start(command, log, guard));

    public Task StartAsync(CancellationToken cancellation)
    {
        if (HasExited)
        {
            running?.Dispose();
            running = OwnedProcess.Start(server, log, guard);
        }

        return Task.CompletedTask;
    }

    public async Task StopAsync(int signal, CancellationToken cancellation)
    {
        if (running is null)
        {
            return;
        }

        if (signal == OwnedProcess.Kill)
        {
            running.KillGroup();
        }
        else
        {
            running.Signal(signal);
        }

        await running.WaitForExitAsync(StopLimit);
    }

    public Task<string> RunToolAsync(string name, string[] arguments, CancellationToken cancellation) =>
        tool(name, arguments).RunAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        if (running is { HasExited: false })
        {
            await StopAsync(farewell, CancellationToken.None);
        }

        foreach (var process in companions.Prepend(running).OfType<OwnedProcess>())
        {
            process.KillGroup();
            await process.WaitForExitAsync(StopLimit);
            process.Dispose();
        }

        running?.Dispose();
        PrivateDirectory.Delete(directory);
        guard.Dispose();
        log.Dispose();
    }
}
