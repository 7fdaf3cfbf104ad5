using Dukcapil.TestServers;
using Xunit;

[assembly: AssemblyFixture(typeof(Dukcapil.Messaging.Tests.Servers))]

namespace Dukcapil.Messaging.Tests;

/// <summary>One PostgreSQL and one RabbitMQ for all tests of this project.</summary>
public sealed class Servers : IAsyncLifetime
{
    /// <summary>The database server; each peer has a database of its own on it.</summary>
    public PostgresServer Postgres { get; private set; } = null!;

    /// <summary>The broker; each test has a virtual host of its own on it.</summary>
    public RabbitServer Rabbit { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var rabbit = RabbitServer.CreateAsync();
        Postgres = await PostgresServer.CreateAsync();
        Rabbit = await rabbit;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Rabbit.DisposeAsync();
        await Postgres.DisposeAsync();
    }
}
