namespace Dukcapil.Workflow.Instances;

/// <summary>What an instance waits for besides tasks: a time, or an event. A look-up beside the instance's state, written with it.</summary>
public sealed class Wait
{
    /// <summary>Instance.</summary>
    public Guid InstanceId { get; init; }

    /// <summary>Bookmark within the instance.</summary>
    public required string BookmarkId { get; init; }

    /// <summary>Name of the event; null for a time.</summary>
    public string? EventName { get; init; }

    /// <summary>When it is due (UTC); null for an event.</summary>
    public DateTimeOffset? DueAt { get; init; }
}
