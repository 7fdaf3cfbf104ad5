using Jint.Runtime;

namespace Dukcapil.Engine.Expressions;

/// <summary>The clock of a script: the time of its burst, so that a replay sees the same.</summary>
internal sealed class BurstTime(DateTimeOffset now) : DefaultTimeSystem(TimeZoneInfo.Utc, System.Globalization.CultureInfo.InvariantCulture)
{
    public override DateTimeOffset GetUtcNow() => now;
}
