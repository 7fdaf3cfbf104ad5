using Dukcapil.TestServers;

namespace Dukcapil.EndToEnd.Tests.Peranti;

/// <summary>PostgreSQL and RabbitMQ for all distributed installations of this run; started when the first one asks.</summary>
public sealed class PeladenBersama : IAsyncDisposable
{
    private readonly Lazy<Task<PostgresServer>> postgres = new(() => PostgresServer.CreateAsync());
    private readonly Lazy<Task<RabbitServer>> rabbit = new(() => RabbitServer.CreateAsync());

    /// <summary>The database server.</summary>
    public Task<PostgresServer> Postgres => postgres.Value;

    /// <summary>The broker.</summary>
    public Task<RabbitServer> Rabbit => rabbit.Value;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (postgres.IsValueCreated) await (await postgres.Value).DisposeAsync();
        if (rabbit.IsValueCreated) await (await rabbit.Value).DisposeAsync();
    }
}
