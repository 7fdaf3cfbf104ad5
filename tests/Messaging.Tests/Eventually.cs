using System.Diagnostics;
using Xunit;

namespace Dukcapil.Messaging.Tests;

/// <summary>Waits for what must become true, and says what was seen last when it does not.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks until the answer equals the expected one.</summary>
    public static async Task EqualAsync<T>(T expected, Func<Task<T>> ask, TimeSpan? limit = null)
    {
        var since = Stopwatch.StartNew();
        object? last = null;
        while (since.Elapsed < (limit ?? TimeSpan.FromSeconds(60)))
        {
            try
            {
                var answer = await ask();
                last = answer;
                if (Equal(expected, answer)) return;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
            {
                last = e.Message;
            }
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
        Assert.Fail($"Expected {Show(expected)}, saw last {Show(last)}.");
    }

    /// <summary>The same for a list.</summary>
    public static Task EqualAsync(int[] expected, Func<Task<List<int>>> ask) => EqualAsync(expected.ToList(), ask);

    private static bool Equal<T>(T expected, T answer) =>
        expected is IEnumerable<int> a && answer is IEnumerable<int> b ? a.SequenceEqual(b) : EqualityComparer<T>.Default.Equals(expected, answer);

    private static string Show(object? value) => value is IEnumerable<int> numbers ? $"[{string.Join(", ", numbers)}]" : value?.ToString() ?? "nothing";
}
