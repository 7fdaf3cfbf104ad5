using System.Text.Json;
using System.Text.Json.Serialization;
using Dukcapil.Engine.State;

namespace Dukcapil.Workflow.Signals;

/// <summary>
/// Something one instance (or the API) has to say to others: written in the transaction that says it, taken in the transaction that obeys it. So it
/// is neither lost nor obeyed twice.
/// </summary>
public sealed class Signal
{
    /// <summary>Id (UUID v7).</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What it says.</summary>
    public required SignalContent Content { get; init; }

    /// <summary>Not before this moment (UTC): now, or after a failed try a while later.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Failed tries so far.</summary>
    public int Attempts { get; set; }

    /// <summary>Why the last try failed, without personal data.</summary>
    public string? LastFault { get; set; }
}

/// <summary>What a signal says.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "t")]
[JsonDerivedType(typeof(EventSignal), "event")]
[JsonDerivedType(typeof(ResumeSignal), "resume")]
[JsonDerivedType(typeof(StartSignal), "start")]
[JsonDerivedType(typeof(ChildSignal), "child")]
[JsonDerivedType(typeof(ChildEndSignal), "childEnd")]
[JsonDerivedType(typeof(MoveBatchSignal), "moveBatch")]
[JsonDerivedType(typeof(MoveSignal), "move")]
public abstract record SignalContent
{
    /// <summary>W3C trace context of what said it; null in those of an earlier release.</summary>
    public string? Jejak { get; init; }
}

/// <summary>An event was published: everyone who waits for it gets a signal of its own.</summary>
/// <param name="EventName">Name.</param>
/// <param name="CorrelationId">Only instances with this correlation id, when given.</param>
/// <param name="InstanceId">Only this instance, when given.</param>
/// <param name="Payload">What it carries.</param>
public sealed record EventSignal(string EventName, string? CorrelationId, Guid? InstanceId, JsonElement? Payload) : SignalContent;

/// <summary>The event for one who waits for it.</summary>
/// <param name="InstanceId">Instance.</param>
/// <param name="BookmarkId">Bookmark that waits.</param>
/// <param name="EventName">Name.</param>
/// <param name="Payload">What it carries.</param>
public sealed record ResumeSignal(Guid InstanceId, string BookmarkId, string EventName, JsonElement? Payload) : SignalContent;

/// <summary>An instance is to be started.</summary>
/// <param name="InstanceId">Id it gets.</param>
/// <param name="DefinitionId">Definition; its published version.</param>
/// <param name="TriggerActivityId">Activity whose trigger starts it.</param>
/// <param name="Payload">What the trigger carries.</param>
/// <param name="CorrelationId">Correlation id it gets.</param>
/// <param name="Input">Workflow input, a JSON object.</param>
public sealed record StartSignal(
    Guid InstanceId, string DefinitionId, string? TriggerActivityId, JsonElement? Payload, string? CorrelationId, JsonElement? Input) : SignalContent;

/// <summary>A sub-workflow is to be started.</summary>
/// <param name="InstanceId">Id it gets.</param>
/// <param name="ParentId">Instance that starts it.</param>
/// <param name="ParentKey">Key under which the parent waits; null when it does not.</param>
/// <param name="PermohonanId">Application of the parent.</param>
/// <param name="Kantor">Office of the parent.</param>
/// <param name="DefinitionId">Definition; its published version.</param>
/// <param name="CorrelationId">Correlation id it gets.</param>
/// <param name="Input">Workflow input, a JSON object.</param>
public sealed record ChildSignal(
    Guid InstanceId, Guid ParentId, string? ParentKey, Guid? PermohonanId, string? Kantor, string DefinitionId, string? CorrelationId, JsonElement? Input)
    : SignalContent;

/// <summary>A sub-workflow has ended and its parent waits for that.</summary>
/// <param name="ParentId">Parent.</param>
/// <param name="ParentKey">Key under which it waits.</param>
/// <param name="Result">Outputs of the sub-workflow.</param>
/// <param name="SubStatus">How it ended.</param>
/// <param name="ChildId">The sub-workflow.</param>
public sealed record ChildEndSignal(
    Guid ParentId, string ParentKey, JsonElement? Result, WorkflowSubStatus SubStatus = WorkflowSubStatus.Finished, Guid? ChildId = null) : SignalContent;

/// <summary>The next batch of instances is to be moved to another version.</summary>
/// <param name="MoveId">The move.</param>
/// <param name="After">Last instance of the batch before.</param>
public sealed record MoveBatchSignal(Guid MoveId, Guid? After) : SignalContent;

/// <summary>One instance is to be moved to another version.</summary>
/// <param name="MoveId">The move.</param>
/// <param name="InstanceId">Instance.</param>
public sealed record MoveSignal(Guid MoveId, Guid InstanceId) : SignalContent;
