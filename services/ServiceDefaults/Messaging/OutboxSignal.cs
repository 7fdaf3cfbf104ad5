namespace Dukcapil.ServiceDefaults.Messaging;

/// <summary>
/// Wakes the relay of this process at once after a commit whose messages are not in memory (<see cref="CommittedMessages"/>); rows of a crashed replica are
/// found by the relay's own sweep.
/// </summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim semaphore = new(0, 1);

    /// <summary>There are new rows.</summary>
    public void Wake()
    {
        try
        {
            semaphore.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already awake: one pass takes all rows.
        }
    }

    /// <summary>Waits until woken, or until the sweep is due.</summary>
    public Task WaitAsync(TimeSpan sweep, CancellationToken cancellationToken) => semaphore.WaitAsync(sweep, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => semaphore.Dispose();
}
