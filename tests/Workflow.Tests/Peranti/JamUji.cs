namespace Dukcapil.Workflow.Tests.Peranti;

/// <summary>A clock that stands until somebody moves it.</summary>
public sealed class JamUji : TimeProvider
{
    private static readonly DateTimeOffset Awal = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);
    private long ticks = Awal.UtcTicks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    /// <summary>Moves it.</summary>
    public void Maju(TimeSpan span) => Interlocked.Add(ref ticks, span.Ticks);

    /// <summary>Sets it, counted from where it stood first.</summary>
    public void Atur(int detik) => Interlocked.Exchange(ref ticks, Awal.AddSeconds(detik).UtcTicks);
}
