namespace Dukcapil.Workflow.Signals;

/// <summary>Wakes this process's pump when something is due. What another replica has written is found by the pump's own sweep.</summary>
public sealed class PumpSignal(TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim semaphore = new(0, 1);
    private readonly Lock gate = new();
    private DateTimeOffset earliest = DateTimeOffset.MaxValue;

    /// <summary>Something is due then.</summary>
    public void WakeAt(DateTimeOffset due)
    {
        lock (gate)
        {
            if (due >= earliest) return;
            earliest = due;
        }
        try
        {
            semaphore.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already awake: it will see the new time before it waits again.
        }
    }

    /// <summary>Returns when the earliest known time has come, or after the sweep.</summary>
    public async Task WaitAsync(TimeSpan sweep, CancellationToken cancellationToken)
    {
        var end = time.GetUtcNow() + sweep;
        while (true)
        {
            TimeSpan pause;
            lock (gate)
            {
                var now = time.GetUtcNow();
                pause = (earliest < end ? earliest : end) - now;
                if (pause <= TimeSpan.Zero)
                {
                    if (earliest <= now) earliest = DateTimeOffset.MaxValue;
                    return;
                }
            }
            await semaphore.WaitAsync(pause, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => semaphore.Dispose();
}
