namespace Dukcapil.TestServers;

/// <summary>A server that somebody else runs; the tests use it and leave it alone.</summary>
internal sealed class ExternalHost(string variable) : IServerHost
{
    public bool CanStop => false;

    public bool HasExited => false;

    public string RecentOutput => $"server given by {variable}";

    public Task StartAsync(CancellationToken cancellation) => throw NotOurs();

    public Task StopAsync(int signal, CancellationToken cancellation) => throw NotOurs();

    public Task<string> RunToolAsync(string tool, string[] arguments, CancellationToken cancellation) => throw NotOurs();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private NotSupportedException NotOurs() =>
        new($"The server given by {variable} is not ours to stop, start or administer.");
}
