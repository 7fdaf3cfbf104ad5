namespace Dukcapil.TestServices;

/// <summary>The clock of the service under test: real time, and what a test has let pass.</summary>
public sealed class Jam : TimeProvider
{
    private long lewat;

    /// <summary>Lets time pass.</summary>
    public void Maju(TimeSpan waktu) => Interlocked.Add(ref lewat, waktu.Ticks);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref lewat));
}
