using Cronos;

namespace Dukcapil.Workflow.Signals;

/// <summary>When a trigger is due.</summary>
internal static class TriggerTimes
{
    /// <summary>
    /// The next time after <paramref name="now"/>; null when there is none. Times missed while nothing ran are not made up for: one start, then on
    /// as usual.
    /// </summary>
    public static DateTimeOffset? Next(Trigger trigger, DateTimeOffset now)
    {
        if (trigger.IntervalTicks is { } ticks and > 0)
        {
            var (last, interval) = (trigger.DueAt ?? now, TimeSpan.FromTicks(ticks));
            var missed = last > now ? 0 : (now - last).Ticks / ticks;
            return last + (missed + 1) * interval;
        }
        return trigger.Cron is { } cron && Parse(cron).GetNextOccurrence(now.UtcDateTime) is { } next ? new DateTimeOffset(next, TimeSpan.Zero) : null;
    }

    private static CronExpression Parse(string text) => CronExpression.Parse(
        text, text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > 5 ? CronFormat.IncludeSeconds : CronFormat.Standard);
}
