namespace Dukcapil.Identity.Tests.Peranti;

/// <summary>The machine's clock, moved forward by the test: what takes a day takes no time here.</summary>
internal sealed class JamUji : TimeProvider
{
    private TimeSpan geser;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + geser;

    /// <summary>Moves forward.</summary>
    public void Maju(TimeSpan lama) => geser += lama;
}
