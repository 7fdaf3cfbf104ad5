using System.Diagnostics;

namespace Dukcapil.TestServers;

/// <summary>Waits for something outside this process that gives no sign of its own.</summary>
internal static class Readiness
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <param name="what">Named in the exception.</param>
    /// <param name="isReady">Asked again until true; may throw what "not yet" looks like.</param>
    /// <param name="hasDied">When true, no answer will ever come.</param>
    /// <param name="output">What the process said, for the exception.</param>
    /// <param name="within">The longest wait.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task WaitAsync(
        string what, Func<Task<bool>> isReady, Func<bool> hasDied, Func<string> output, TimeSpan within, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        Exception? last = null;
        while (Stopwatch.GetElapsedTime(started) < within)
        {
            try
            {
                if (await isReady())
                {
                    return;
                }
            }
            catch (Exception error) when (!cancellation.IsCancellationRequested)
            {
                // Refused, reset, "starting up": all of them mean "not yet".
                last = error;
            }

            if (hasDied())
            {
                throw new InvalidOperationException($"{what} ended while starting:{Environment.NewLine}{output()}", last);
            }

            await Task.Delay(Pause, cancellation);
        }

        throw new TimeoutException($"{what} was not ready within {within.TotalSeconds:0} s:{Environment.NewLine}{output()}", last);
    }
}
