using System.Text.Json;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Running;

/// <summary>What makes a waiting instance go on.</summary>
public abstract record Stimulus;

/// <summary>A task was completed.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Outcome">The outcome chosen; null for a RunTask, which has only Done.</param>
/// <param name="Variables">Values for variables of the workflow; names it does not declare are left out.</param>
/// <param name="Payload">Result of a RunTask.</param>
public sealed record TaskCompleted(
    string TaskId,
    string? Outcome = null,
    IReadOnlyDictionary<string, JsonElement>? Variables = null,
    JsonElement? Payload = null) : Stimulus;

/// <summary>An event was published. Every execution that waits for it goes on.</summary>
/// <param name="EventName">Its name, case-sensitive.</param>
/// <param name="Payload">What it carries.</param>
/// <param name="CorrelationId">When given, only an instance with this correlation id takes it.</param>
/// <param name="BookmarkId">When given, only the execution that waits with this bookmark goes on.</param>
public sealed record EventPublished(string EventName, JsonElement? Payload = null, string? CorrelationId = null, string? BookmarkId = null) : Stimulus;

/// <summary>A timer is due.</summary>
/// <param name="BookmarkId">The bookmark that waits for it.</param>
public sealed record TimerDue(string BookmarkId) : Stimulus;

/// <summary>A child instance has ended.</summary>
/// <param name="ChildInstanceId">The child, as it was dispatched.</param>
/// <param name="Result">Its outputs.</param>
/// <param name="SubStatus">How it ended.</param>
/// <param name="InstanceId">Its id where others look for it, when that is another.</param>
public sealed record ChildFinished(
    string ChildInstanceId, JsonElement? Result = null, WorkflowSubStatus SubStatus = WorkflowSubStatus.Finished, string? InstanceId = null) : Stimulus;

/// <summary>A bookmark is resumed by its id, with the workflow input Elsa's API allows beside it.</summary>
/// <param name="BookmarkId">The bookmark.</param>
/// <param name="Input">Workflow input of this resumption.</param>
public sealed record BookmarkResumed(string BookmarkId, IReadOnlyDictionary<string, JsonElement>? Input = null) : Stimulus;

/// <summary>
/// A faulted execution is run again, also one that ended its instance. Where a node waits for nothing, it is run as if all it waited for had come.
/// </summary>
/// <param name="ActivityInstanceId">The execution named by the incident.</param>
/// <param name="Note">What the journal says of it, such as who asked; null for no record of its own.</param>
public sealed record IncidentRetried(string ActivityInstanceId, string? Note = null) : Stimulus;

/// <summary>
/// A faulted execution is taken as completed. Never one that is a human task or has one inside: what people have to do is done by people.
/// </summary>
/// <param name="ActivityInstanceId">The execution named by the incident.</param>
/// <param name="Outcome">Outcome it ends with: one that its node connects, Done where it connects none.</param>
/// <param name="Note">What the journal says of it, such as who asked.</param>
public sealed record IncidentSkipped(string ActivityInstanceId, string Outcome = "Done", string? Note = null) : Stimulus;

/// <summary>Variables of the workflow are set from outside; nothing goes on.</summary>
/// <param name="Values">Values by variable id; ids it does not declare are left out.</param>
/// <param name="Note">What the journal says of it, such as who asked.</param>
public sealed record VariablesSet(IReadOnlyDictionary<string, JsonElement> Values, string? Note = null) : Stimulus;
