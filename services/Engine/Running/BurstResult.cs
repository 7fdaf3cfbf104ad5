using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Running;

/// <summary>Whether a stimulus was taken.</summary>
public enum BurstOutcome
{
    /// <summary>Taken; the new state replaces the old.</summary>
    Applied,

    /// <summary>Nothing waits for it: unknown, or already done. Nothing changes.</summary>
    NotFound,

    /// <summary>The instance has ended. Nothing changes.</summary>
    NotRunning,

    /// <summary>The task's type has no such outcome. Nothing changes.</summary>
    OutcomeNotPossible,

    /// <summary>The task's type has the outcome, but this definition connects it to nothing. Nothing changes.</summary>
    OutcomeNotConnected,

    /// <summary>The state belongs to another definition or version. Nothing changes.</summary>
    OtherDefinition,

    /// <summary>Only with <see cref="Deviations.RaceRunsToItsEnd"/> off, as the trace command proves it: nothing changes.</summary>
    NotCommitted,

    /// <summary>It is a human task, or has one inside: that is never skipped. Nothing changes.</summary>
    NotSkippable,

    /// <summary>A value cannot become what its variable is. Nothing changes.</summary>
    ValueNotPossible,
}

/// <summary>One record of the execution journal.</summary>
/// <param name="ActivityId">Activity.</param>
/// <param name="NodeId">Its node.</param>
/// <param name="ActivityType">Its type.</param>
/// <param name="ActivityName">Its name, if any.</param>
/// <param name="ActivityInstanceId">Its execution.</param>
/// <param name="Event">Started, Suspended, Resumed, Completed, Canceled, Faulted; from outside: Retried, Skipped, VariablesChanged, Migrated.</param>
/// <param name="Sequence">Goes on over all bursts, from 1.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Message">Message of a fault, or note of what came from outside.</param>
/// <param name="Outcomes">Outcomes of a completion, null for plain Done.</param>
public readonly record struct JournalRecord(
    string ActivityId,
    string NodeId,
    string ActivityType,
    string? ActivityName,
    string ActivityInstanceId,
    string Event,
    long Sequence,
    DateTimeOffset At,
    string? Message,
    IReadOnlyList<string>? Outcomes);

/// <summary>One execution of an activity as it stands after the burst; replaces what was recorded under the same id.</summary>
/// <param name="Id">Execution.</param>
/// <param name="ActivityId">Activity.</param>
/// <param name="NodeId">Its node.</param>
/// <param name="ActivityType">Its type.</param>
/// <param name="ActivityName">Its name, if any.</param>
/// <param name="Status">Status.</param>
/// <param name="StartedAt">When it began, UTC.</param>
/// <param name="CompletedAt">When it completed, UTC.</param>
/// <param name="Outcomes">Outcomes, null for plain Done.</param>
/// <param name="Outputs">Outputs, null when the type has none.</param>
/// <param name="FaultCount">Faults of it and of everything inside it.</param>
/// <param name="HasBookmarks">Whether it waits.</param>
public sealed record ActivityExecution(
    string Id,
    string ActivityId,
    string NodeId,
    string ActivityType,
    string? ActivityName,
    ActivityStatus Status,
    DateTimeOffset StartedAt,
    DateTimeOffset? CompletedAt,
    IReadOnlyList<string>? Outcomes,
    ValueDictionary? Outputs,
    int FaultCount,
    bool HasBookmarks);

/// <summary>A task to be done outside.</summary>
/// <param name="TaskId">What its completion refers to.</param>
/// <param name="ActivityInstanceId">Its execution.</param>
/// <param name="ActivityId">Activity.</param>
/// <param name="NodeId">Its node.</param>
/// <param name="Type">Activity type: <c>Elsa.RunTask</c> or a human task.</param>
/// <param name="Name">Task name of a RunTask; text shown in the designer, else name or id, of a human task.</param>
/// <param name="Inputs">Inputs by JSON name; of a RunTask its payload under <c>payload</c>.</param>
/// <param name="ConnectedOutcomes">Outcomes that may be chosen: possible, and connected by this definition.</param>
/// <param name="Variables">Variables of the workflow as they are now.</param>
/// <param name="CorrelationId">Correlation id of the instance.</param>
public sealed record TaskRequest(
    string TaskId,
    string ActivityInstanceId,
    string ActivityId,
    string NodeId,
    string Type,
    string Name,
    ValueDictionary Inputs,
    IReadOnlyList<string> ConnectedOutcomes,
    ValueDictionary Variables,
    string? CorrelationId);

/// <summary>An event to be published.</summary>
/// <param name="EventName">Name.</param>
/// <param name="CorrelationId">Only instances of this correlation id take it, when given.</param>
/// <param name="InstanceId">Only this instance takes it (a local event), when given.</param>
/// <param name="Payload">What it carries, a value of the engine.</param>
public sealed record PublishedEvent(string EventName, string? CorrelationId, string? InstanceId, object? Payload);

/// <summary>A child instance to be started.</summary>
/// <param name="InstanceId">Id the child gets.</param>
/// <param name="DefinitionId">Definition, its published version.</param>
/// <param name="CorrelationId">Correlation id the child gets.</param>
/// <param name="Input">Its workflow input, a JSON object or null.</param>
/// <param name="ParentInstanceId">This instance.</param>
/// <param name="WaitsForCompletion">Whether this instance waits for a <see cref="ChildFinished"/>.</param>
public sealed record DispatchedChild(string InstanceId, string DefinitionId, string? CorrelationId, object? Input, string ParentInstanceId, bool WaitsForCompletion);

/// <summary>What one burst did: the new state and everything to be written or sent with it, in one transaction.</summary>
public sealed record BurstResult
{
    /// <summary>Whether the stimulus was taken.</summary>
    public required BurstOutcome Outcome { get; init; }

    /// <summary>The new state; the given one when nothing changed.</summary>
    public required InstanceState State { get; init; }

    /// <summary>Journal, in order.</summary>
    public IReadOnlyList<JournalRecord> Journal { get; init; } = [];

    /// <summary>Executions touched.</summary>
    public IReadOnlyList<ActivityExecution> Executions { get; init; } = [];

    /// <summary>Bookmarks that exist now and did not before; timers among them have <see cref="Bookmark.DueAt"/>.</summary>
    public IReadOnlyList<Bookmark> BookmarksCreated { get; init; } = [];

    /// <summary>Bookmarks that existed before and do not now.</summary>
    public IReadOnlyList<Bookmark> BookmarksBurned { get; init; } = [];

    /// <summary>Tasks issued, still open at the end of the burst.</summary>
    public IReadOnlyList<TaskRequest> TaskRequests { get; init; } = [];

    /// <summary>Events published.</summary>
    public IReadOnlyList<PublishedEvent> PublishedEvents { get; init; } = [];

    /// <summary>Timers set: bookmarks created with a due time.</summary>
    public IReadOnlyList<Bookmark> Timers { get; init; } = [];

    /// <summary>Children to start.</summary>
    public IReadOnlyList<DispatchedChild> Children { get; init; } = [];

    /// <summary>Incidents raised in this burst.</summary>
    public IReadOnlyList<Incident> Incidents { get; init; } = [];

    /// <summary>Lines written by WriteLine.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Rules by which the burst did other than Elsa would.</summary>
    public Deviations Deviations { get; init; }
}
