namespace Dukcapil.Workflow.Signals;

/// <summary>A way in which a published version starts by itself: an event, or a time.</summary>
public sealed class Trigger
{
    /// <summary>Version.</summary>
    public required string DefinitionVersionId { get; init; }

    /// <summary>Definition.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Activity that starts it.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Name of the event; null for a time.</summary>
    public string? EventName { get; init; }

    /// <summary>Interval of a Timer, ticks of 100 ns.</summary>
    public long? IntervalTicks { get; init; }

    /// <summary>Expression of a Cron.</summary>
    public string? Cron { get; init; }

    /// <summary>When it is due next (UTC); null for an event.</summary>
    public DateTimeOffset? DueAt { get; set; }
}
