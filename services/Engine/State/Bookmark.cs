namespace Dukcapil.Engine.State;

/// <summary>What an instance waits for.</summary>
public sealed record Bookmark
{
    /// <summary>Id of its own.</summary>
    public required string Id { get; init; }

    /// <summary>Kind of stimulus: <c>Elsa.RunTask</c>, the type of a human task, <c>Elsa.Event</c>, <c>Elsa.Delay</c> …</summary>
    public required string Name { get; init; }

    /// <summary>Activity that waits.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Its node.</summary>
    public required string NodeId { get; init; }

    /// <summary>Its execution.</summary>
    public required string ActivityInstanceId { get; init; }

    /// <summary>When it began to wait, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Task id, of a task.</summary>
    public string? TaskId { get; init; }

    /// <summary>Task name, event name, cron expression or id of the awaited child instance.</summary>
    public string? Subject { get; init; }

    /// <summary>When it is due, UTC, of a timer.</summary>
    public DateTimeOffset? DueAt { get; init; }
}
