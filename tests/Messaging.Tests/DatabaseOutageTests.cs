using Dukcapil.Contracts;
using Xunit;

namespace Dukcapil.Messaging.Tests;

/// <summary>A database that is away. A class of its own because it mostly waits: the others run meanwhile.</summary>
public sealed class DatabaseOutageTests(Servers servers) : BetweenProcesses(servers)
{
    [Fact]
    public async Task Two_minutes_without_database_park_no_healthy_message()
    {
        await using var ownPostgres = await TestServers.PostgresServer.CreateAsync();
        Assert.SkipUnless(ownPostgres.CanStop, "A database server given from outside cannot be stopped.");
        var sender = await StartAsync(ServiceNames.Intake, SenderDatabase);
        var receiver = await StartAsync(ServiceNames.Registry, await ownPostgres.CreateDatabaseAsync("receiver"));
        var applications = NewApplications(40);
        await ownPostgres.KillAsync();
        var awaySince = TimeProvider.System.GetTimestamp();
        foreach (var id in applications) await sender.SendAsync(id, "terapkan", count: 3);
        await Eventually.EqualAsync(0, sender.OutboxAsync);
        await Eventually.EqualAsync(true, () => Task.FromResult(TimeProvider.System.GetElapsedTime(awaySince) > TimeSpan.FromMinutes(2)), TimeSpan.FromMinutes(3));
        await ownPostgres.StartAsync();

        foreach (var id in applications) await Eventually.EqualAsync(Numbers(3), () => receiver.AppliedAsync(id));
        Assert.Equal(0, await receiver.ErrorsAsync());
    }
}
