namespace Dukcapil.TestServers;

/// <summary>Where a test server runs: as our own processes, in a container, or elsewhere and not ours to stop.</summary>
internal interface IServerHost : IAsyncDisposable
{
    bool CanStop { get; }

    /// <summary>True when it is known to have ended; its port will then never answer.</summary>
    bool HasExited { get; }

    string RecentOutput { get; }

    Task StartAsync(CancellationToken cancellation);

    /// <summary>Sends the signal and waits until the server is gone; data stay.</summary>
    Task StopAsync(int signal, CancellationToken cancellation);

    /// <summary>Runs a tool of the server beside it.</summary>
    Task<string> RunToolAsync(string tool, string[] arguments, CancellationToken cancellation);
}
