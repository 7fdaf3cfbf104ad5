using Xunit;

namespace Dukcapil.Messaging.Tests;

/// <summary>The same outbox and inbox with sender and receiver in one process on SQLite, as in Standalone.</summary>
public sealed class InProcessMessagingTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("dukcapil-messaging-").FullName;
    private PeerProcess both = null!;

    public async ValueTask InitializeAsync()
    {
        both = PeerProcess.InOneProcess(folder);
        await both.Process.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await both.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_process_killed_again_and_again_loses_and_doubles_nothing()
    {
        var applications = Enumerable.Range(0, 10).Select(_ => Guid.NewGuid()).ToList();
        for (var round = 0; round < 5; round++)
        {
            foreach (var id in applications) await both.SendAsync(id, "terapkan", from: round * 10, count: 10);
            await both.Process.KillAsync();
            await both.Process.StartAsync();
        }

        foreach (var id in applications) await Eventually.EqualAsync(Enumerable.Range(0, 50).ToList(), () => both.AppliedAsync(id));
        await Eventually.EqualAsync(0, both.OutboxAsync);
        Assert.Equal(0, await both.ErrorsAsync());
    }

    [Fact]
    public async Task A_faulty_message_is_parked_and_holds_back_only_its_own_application()
    {
        var (faulty, healthy) = (Guid.NewGuid(), Guid.NewGuid());
        await both.SendAsync(faulty, "gagal", from: 0);
        await both.SendAsync(faulty, "terapkan", from: 1, count: 2);
        await both.SendAsync(healthy, "terapkan", count: 3);

        await Eventually.EqualAsync([0, 1, 2], () => both.AppliedAsync(healthy));
        await Eventually.EqualAsync(1, both.ErrorsAsync);
        await Eventually.EqualAsync(2, both.HeldAsync);
        Assert.Empty(await both.AppliedAsync(faulty));

        Mend();
        await both.ReplayAsync();
        await Eventually.EqualAsync([0, 1, 2], () => both.AppliedAsync(faulty));
        Assert.Equal(0, await both.ErrorsAsync());
    }

    [Fact]
    public async Task A_message_that_takes_the_process_down_is_parked_and_stops_no_restart()
    {
        var (poison, healthy) = (Guid.NewGuid(), Guid.NewGuid());
        try
        {
            await both.SendAsync(poison, "jatuh");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // The process may go down before it has answered; the row is committed.
        }
        var crashes = 0;
        for (var errors = 0; errors == 0;)
        {
            if (both.Process.HasExited)
            {
                Assert.True(++crashes < 20, "The message still takes the process down.");
                both.Process.Launch();
            }
            try
            {
                errors = await both.ErrorsAsync();
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }
        await both.SendAsync(healthy, "terapkan", count: 2);
        await Eventually.EqualAsync([0, 1], () => both.AppliedAsync(healthy));

        Mend();
        await both.ReplayAsync();
        await Eventually.EqualAsync([0], () => both.AppliedAsync(poison));
    }

    private void Mend() => File.WriteAllText(Path.Combine(folder, "mended"), "");
}
