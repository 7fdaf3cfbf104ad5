using System.Threading.Channels;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dukcapil.ServiceDefaults.Messaging;

/// <summary>
/// Sends what this process has just committed: what comes while others are not yet confirmed goes together after them, so that many come together at their
/// receivers, too, and share a transaction there. Rows of what is confirmed are deleted, many with one statement; a crash in between sends twice, and the inbox
/// drops the second.
/// </summary>
public sealed class OutboxDispatch(IServiceScopeFactory scopes, CommittedMessages committed, OutboxCarrier carrier, ILogger<OutboxDispatch> log)
    : PersistentWorker(log)
{
    private const int Together = 256;
    private static readonly TimeSpan Leaving = TimeSpan.FromSeconds(5), Gathering = TimeSpan.FromMilliseconds(50);
    private readonly Channel<(OutboxMessage Message, bool IsTaken)> carried =
        Channel.CreateUnbounded<(OutboxMessage, bool)>(new UnboundedChannelOptions { SingleReader = true });

    /// <inheritdoc/>
    protected override async Task RoundAsync(CancellationToken cancellationToken)
    {
        // Who is told to stop has no new work any more, sends what is left, and lets the relay of another have what the broker does not take soon.
        using var leaving = new CancellationTokenSource();
        await using var told = cancellationToken.Register(() => leaving.CancelAfter(Leaving));
        using var done = new CancellationTokenSource();
        var deleting = DeleteAsync(done.Token);
        try
        {
            await SendAsync(cancellationToken, leaving.Token);
        }
        finally
        {
            await done.CancelAsync();
            await deleting;
        }
    }

    private async Task SendAsync(CancellationToken stop, CancellationToken leaving)
    {
        try
        {
            while (true) await SendTogetherAsync(await committed.NextAsync(stop), leaving);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            while (!leaving.IsCancellationRequested && committed.Next() is { } message) await SendTogetherAsync(message, leaving);
        }
    }

    private async Task SendTogetherAsync(OutboxMessage first, CancellationToken leaving)
    {
        var together = new List<OutboxMessage> { first };
        while (together.Count < Together && committed.Next() is { } next) together.Add(next);
        await Task.WhenAll(together.Where(committed.IsReserved).Select(m => SendAsync(m, leaving)));
    }

    private async Task SendAsync(OutboxMessage message, CancellationToken leaving)
    {
        try
        {
            carried.Writer.TryWrite((message, await carrier.TryCarryAsync(message, leaving)));
        }
        catch (OperationCanceledException)
        {
            // It stays in the outbox.
        }
    }

    private async Task DeleteAsync(CancellationToken done)
    {
        var isDone = false;
        while (!isDone)
        {
            try
            {
                await carried.Reader.WaitToReadAsync(done);
            }
            catch (OperationCanceledException)
            {
                isDone = true;
            }
            // They need not go at once, and many go with one statement.
            if (!isDone) await Task.Delay(Gathering, done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            while (Take() is { Count: > 0 } together) await DeleteAsync(together);
        }
    }

    private List<(OutboxMessage Message, bool IsTaken)> Take()
    {
        var together = new List<(OutboxMessage, bool)>();
        while (together.Count < Together && carried.Reader.TryRead(out var one)) together.Add(one);
        return together;
    }

    private async Task DeleteAsync(List<(OutboxMessage Message, bool IsTaken)> together)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
            var batch = new SqlBatch();
            // Need not be on disk: rows that a crash brings back are sent again, and the inbox drops them.
            batch.Read("SELECT set_config('synchronous_commit', 'off', true)", _ => { });
            OutboxCarrier.End(batch, db, together);
            await batch.RunAsync(db, CancellationToken.None);
        }
        catch (Exception e)
        {
            // The relay sends them once more when their reservation is over, and the inbox drops them.
            log.LogWarning("Rows of {Count} sent messages stay for now: {Fault}", together.Count, e.GetType().Name);
        }
    }
}
