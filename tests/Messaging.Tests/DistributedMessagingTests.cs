using Dukcapil.Contracts;
using Xunit;

namespace Dukcapil.Messaging.Tests;

/// <summary>Outbox, RabbitMQ and inbox between processes of their own.</summary>
public sealed class DistributedMessagingTests(Servers servers) : BetweenProcesses(servers)
{
    [Fact]
    public async Task Messages_of_one_application_arrive_once_and_in_order_at_two_replicas()
    {
        var sender = await StartAsync(ServiceNames.Intake, SenderDatabase);
        var receiver = await StartAsync(ServiceNames.Registry, ReceiverDatabase);
        await StartAsync(ServiceNames.Registry, ReceiverDatabase);
        var applications = NewApplications(20);
        for (var round = 0; round < 5; round++)
            await Task.WhenAll(applications.Select(id => sender.SendAsync(id, "terapkan", from: round * 10, count: 10)));

        foreach (var id in applications) await Eventually.EqualAsync(Numbers(50), () => receiver.AppliedAsync(id));
        await Eventually.EqualAsync(0, sender.OutboxAsync);
        Assert.Equal(0, await receiver.HeldAsync());
    }

    [Fact]
    public async Task A_message_to_a_service_that_was_never_up_waits_in_the_outbox()
    {
        var sender = await StartAsync(ServiceNames.Intake, SenderDatabase);
        var id = Guid.NewGuid();
        await sender.SendAsync(id, "terapkan", count: 3);
        await Eventually.EqualAsync(true, () => Task.FromResult(sender.Process.RecentOutput.Count(l => l.Contains("not sent", StringComparison.Ordinal)) >= 3));
        Assert.Equal(3, await sender.OutboxAsync());

        var receiver = await StartAsync(ServiceNames.Registry, ReceiverDatabase);
        await Eventually.EqualAsync(Numbers(3), () => receiver.AppliedAsync(id));
        await Eventually.EqualAsync(0, sender.OutboxAsync);
    }

    [Fact]
    public async Task The_same_messages_delivered_again_change_nothing()
    {
        var sender = await StartAsync(ServiceNames.Intake, SenderDatabase);
        var receiver = await StartAsync(ServiceNames.Registry, ReceiverDatabase);
        await using var copies = await MessageCopies.StartAsync(Broker, ServiceNames.Registry);
        var id = Guid.NewGuid();
        await sender.SendAsync(id, "terapkan", count: 5);
        await Eventually.EqualAsync(Numbers(5), () => receiver.AppliedAsync(id));

        Assert.True(await copies.SendAgainAsync() >= 5);
        await sender.SendAsync(id, "terapkan", from: 5, count: 1);
        await Eventually.EqualAsync(true, async () => (await receiver.AppliedAsync(id)).Contains(5));
        Assert.Equal(Numbers(6), await receiver.AppliedAsync(id));
    }

    [Fact]
    public async Task Sender_and_receiver_killed_again_and_again_lose_and_double_nothing()
    {
        var sender = await StartAsync(ServiceNames.Intake, SenderDatabase);
        var receiver = await StartAsync(ServiceNames.Registry, ReceiverDatabase);
        var applications = NewApplications(30);
        for (var round = 0; round < 6; round++)
        {
            await Task.WhenAll(applications.Select(id => sender.SendAsync(id, "terapkan", from: round * 10, count: 10)));
            var victim = round % 2 == 0 ? receiver : sender;
            await victim.Process.KillAsync();
            await victim.Process.StartAsync();
        }

        foreach (var id in applications) await Eventually.EqualAsync(Numbers(60), () => receiver.AppliedAsync(id));
        await Eventually.EqualAsync(0, sender.OutboxAsync);
        Assert.Equal(0, await receiver.ErrorsAsync());
    }

    [Fact]
    public async Task A_faulty_message_is_parked_and_holds_back_only_its_own_application()
    {
        var sender = await StartAsync(ServiceNames.Intake, SenderDatabase);
        var receiver = await StartAsync(ServiceNames.Registry, ReceiverDatabase);
        var (faulty, healthy) = (Guid.NewGuid(), Guid.NewGuid());
        await sender.SendAsync(faulty, "gagal", from: 0);
        await sender.SendAsync(faulty, "terapkan", from: 1, count: 2);
        await sender.SendAsync(healthy, "terapkan", count: 3);

        await Eventually.EqualAsync(Numbers(3), () => receiver.AppliedAsync(healthy));
        await Eventually.EqualAsync(1, receiver.ErrorsAsync);
        await Eventually.EqualAsync(2, receiver.HeldAsync);
        Assert.Empty(await receiver.AppliedAsync(faulty));

        Mend();
        await receiver.ReplayAsync();
        await Eventually.EqualAsync(Numbers(3), () => receiver.AppliedAsync(faulty));
        await Eventually.EqualAsync(0, receiver.ErrorsAsync);
        Assert.Equal(0, await receiver.HeldAsync());
    }

    [Fact]
    public async Task A_message_that_crashes_its_consumer_ends_in_the_error_queue_and_takes_no_other_with_it()
    {
        var sender = await StartAsync(ServiceNames.Intake, SenderDatabase);
        var receiver = await StartAsync(ServiceNames.Registry, ReceiverDatabase);
        var poison = Guid.NewGuid();
        var healthy = NewApplications(20);
        await receiver.Process.StopAsync();
        foreach (var id in healthy.Take(10)) await sender.SendAsync(id, "terapkan", count: 3);
        await sender.SendAsync(poison, "jatuh");
        foreach (var id in healthy.Skip(10)) await sender.SendAsync(id, "terapkan", count: 3);
        await Eventually.EqualAsync(0, sender.OutboxAsync);

        // As an orchestrator would: started again after every crash.
        var crashes = 0;
        for (var errors = 0; errors == 0;)
        {
            if (receiver.Process.HasExited)
            {
                Assert.True(++crashes < 30, "The message still crashes its consumer.");
                receiver.Process.Launch();
            }
            try
            {
                errors = await receiver.ErrorsAsync();
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }
        foreach (var id in healthy) await Eventually.EqualAsync(Numbers(3), () => receiver.AppliedAsync(id));
        Assert.Equal(1, await receiver.ErrorsAsync());

        Mend();
        await receiver.ReplayAsync();
        await Eventually.EqualAsync(Numbers(1), () => receiver.AppliedAsync(poison));
    }
}
