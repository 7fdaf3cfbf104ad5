using Dukcapil.Contracts;
using Xunit;

namespace Dukcapil.Messaging.Tests;

/// <summary>Services as processes of their own, with databases and a virtual host of the test's own.</summary>
public abstract class BetweenProcesses(Servers servers) : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("dukcapil-messaging-").FullName;
    private readonly List<PeerProcess> peers = [];

    /// <summary>The broker's virtual host.</summary>
    private protected Uri Broker { get; private set; } = null!;

    /// <summary>Database of the service that sends.</summary>
    private protected string SenderDatabase { get; private set; } = null!;

    /// <summary>Database of the service that receives.</summary>
    private protected string ReceiverDatabase { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Broker = await servers.Rabbit.CreateVirtualHostAsync(Guid.NewGuid().ToString("N"));
        SenderDatabase = await servers.Postgres.CreateDatabaseAsync("sender");
        ReceiverDatabase = await servers.Postgres.CreateDatabaseAsync("receiver");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var peer in peers) await peer.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private protected async Task<PeerProcess> StartAsync(string service, string database)
    {
        var peer = PeerProcess.Distributed(service, database, Broker, folder);
        peers.Add(peer);
        await peer.Process.StartAsync();
        return peer;
    }

    private protected void Mend() => File.WriteAllText(Path.Combine(folder, "mended"), "");

    private protected static List<Guid> NewApplications(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.NewGuid())];

    private protected static List<int> Numbers(int count) => [.. Enumerable.Range(0, count)];
}
