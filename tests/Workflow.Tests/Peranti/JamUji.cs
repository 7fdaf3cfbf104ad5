namespace Dukcapil.Workflow.Tests.Peranti;

/// <summary>A clock that stands until somebody moves it.</summary>
public sealed class JamUji : TimeProvider
{
    private long ticks = new DateTimeOffset(2026, 1, 5, 1, 0, 0, TimeSpan.Zero).UtcTicks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    /// <summary>Moves it.</summary>
    public void Maju(TimeSpan span) => Interlocked.Add(ref ticks, span.Ticks);
}
