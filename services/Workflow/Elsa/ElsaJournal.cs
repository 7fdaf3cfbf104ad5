using System.Text.Json;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;
using Dukcapil.Workflow.Instances;
using Dukcapil.Workflow.Running;

namespace Dukcapil.Workflow.Elsa;

/// <summary>A record of the journal in a list.</summary>
internal sealed record ElsaJournalItem(
    string Id, string ActivityInstanceId, string? ParentActivityInstanceId, string ActivityId, string ActivityType, int ActivityTypeVersion, string? ActivityName,
    string NodeId, DateTimeOffset Timestamp, long Sequence, string EventName, string? Message, JsonElement? Payload);

/// <summary>A record of the journal with the version it ran on.</summary>
internal sealed record ElsaJournalRecord(
    string WorkflowDefinitionId, string WorkflowDefinitionVersionId, string WorkflowInstanceId, int WorkflowVersion, string ActivityInstanceId,
    string? ParentActivityInstanceId, string ActivityId, string ActivityType, int ActivityTypeVersion, string? ActivityName, string ActivityNodeId,
    DateTimeOffset Timestamp, long Sequence, string EventName, string? Message, JsonElement? Payload, string Id);

/// <summary>One execution of an activity.</summary>
internal sealed record ElsaExecution(
    string WorkflowInstanceId, string ActivityId, string ActivityNodeId, string ActivityType, int ActivityTypeVersion, string? ActivityName, object ActivityState,
    JsonElement? Payload, JsonElement? Outputs, object Properties, object Metadata, DateTimeOffset StartedAt, DateTimeOffset? CompletedAt, bool HasBookmarks, string Status,
    int AggregateFaultCount, string? SchedulingActivityExecutionId, string? SchedulingActivityId, int CallStackDepth, string Id, string TenantId = "");

/// <summary>One execution in short.</summary>
internal sealed record ElsaExecutionSummary(
    string WorkflowInstanceId, string ActivityId, string ActivityNodeId, string ActivityType, int ActivityTypeVersion, string? ActivityName, DateTimeOffset StartedAt,
    DateTimeOffset? CompletedAt, bool HasBookmarks, string Status, object Metadata, int AggregateFaultCount, string Id);

/// <summary>How often a node ran.</summary>
internal sealed record ElsaStats(
    string ActivityId, string ActivityNodeId, int StartedCount, int CompletedCount, int UncompletedCount, bool IsBlocked, bool IsFaulted, int AggregateFaultCount, object Metadata);

/// <summary>Journal and executions of one instance in Elsa's shapes.</summary>
internal sealed class ElsaJournal
{
    private static readonly Dictionary<string, object> Nothing = [];
    private readonly Dictionary<string, string> parents = new(StringComparer.Ordinal);
    private readonly InstanceRow row;
    private readonly CompiledWorkflow workflow;

    public ElsaJournal(InstanceRow row, InstanceJournal journal, CompiledWorkflow workflow)
    {
        (this.row, this.workflow) = (row, workflow);
        Journal = journal;
        // The container of an execution is the execution of its container that began last before it.
        var latest = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var record in journal.Records)
        {
            if (ContainerOf(record.NodeId) is { } node && latest.TryGetValue(node, out var parent))
                parents.TryAdd(record.ActivityInstanceId, parent);
            latest[record.NodeId] = record.ActivityInstanceId;
        }
        Executions = [.. journal.Executions.DistinctBy(e => e.Id)];
    }

    public InstanceJournal Journal { get; }

    public IReadOnlyList<ActivityExecution> Executions { get; }

    public ElsaJournalItem Item(JournalRecord record) => new(
        RecordId(record), Public(record.ActivityInstanceId), Parent(record.ActivityInstanceId), record.ActivityId, record.ActivityType, 1, record.ActivityName, record.NodeId,
        record.At, record.Sequence - 1, record.Event, record.Message, Payload(record));

    public ElsaJournalRecord Record(JournalRecord record) => new(
        row.DefinitionId, row.DefinitionVersionId, InstanceIds.Text(row.Id), row.Version, Public(record.ActivityInstanceId), Parent(record.ActivityInstanceId),
        record.ActivityId, record.ActivityType, 1, record.ActivityName, record.NodeId, record.At, record.Sequence - 1, record.Event, record.Message,
        Payload(record), RecordId(record));

    public ElsaExecution Execution(ActivityExecution execution)
    {
        var parent = parents.GetValueOrDefault(execution.Id);
        return new(
            InstanceIds.Text(row.Id), execution.ActivityId, execution.NodeId, execution.ActivityType, 1, execution.ActivityName, State(execution.NodeId), Outcomes(execution.Outcomes),
            execution.Outputs is null ? null : Outputs(execution.Outputs), Nothing, Nothing, execution.StartedAt, execution.CompletedAt, execution.HasBookmarks,
            execution.Status.ToString(), execution.FaultCount, parent is null ? null : Public(parent),
            parent is null ? null : Executions.FirstOrDefault(e => e.Id == parent)?.ActivityId, execution.NodeId.Count(c => c == ':'), Public(execution.Id));
    }

    public ElsaExecutionSummary Summary(ActivityExecution execution) => new(
        InstanceIds.Text(row.Id), execution.ActivityId, execution.NodeId, execution.ActivityType, 1, execution.ActivityName, execution.StartedAt, execution.CompletedAt,
        execution.HasBookmarks, execution.Status.ToString(), Nothing, execution.FaultCount, Public(execution.Id));

    /// <summary>The containers of an execution, outermost first, and itself.</summary>
    public IReadOnlyList<ElsaExecution> CallStack(ActivityExecution execution)
    {
        var stack = new List<ElsaExecution>();
        for (var at = execution; at is not null; at = parents.TryGetValue(at.Id, out var parent) ? Executions.FirstOrDefault(e => e.Id == parent) : null)
            stack.Insert(0, Execution(at));
        return stack;
    }

    public ElsaStats Stats(string nodeId)
    {
        var runs = Executions.Where(e => e.NodeId == nodeId).ToList();
        var completed = runs.Count(e => e.Status is ActivityStatus.Completed or ActivityStatus.Canceled);
        return new(
            runs is [var first, ..] ? first.ActivityId : nodeId[(nodeId.LastIndexOf(':') + 1)..], nodeId, runs.Count, completed, runs.Count - completed,
            runs.Exists(e => e.HasBookmarks), runs.Exists(e => e.Status == ActivityStatus.Faulted), runs.Sum(e => e.FaultCount), Nothing);
    }

    private static string? ContainerOf(string nodeId) => nodeId.LastIndexOf(':') is > 0 and var end ? nodeId[..end] : null;

    private static JsonElement? Outcomes(IReadOnlyList<string>? outcomes) =>
        outcomes is null ? null : JsonSerializer.SerializeToElement(new Dictionary<string, IReadOnlyList<string>> { ["Outcomes"] = outcomes });

    // Beside Elsa's outcomes: the trace, so that who reads the journal finds what else happened.
    private JsonElement? Payload(JournalRecord record) => Journal.TraceOf(record) is not { } trace ? Outcomes(record.Outcomes) : JsonSerializer.SerializeToElement(
        record.Outcomes is null ? new Dictionary<string, object> { ["TraceId"] = trace } : new Dictionary<string, object> { ["Outcomes"] = record.Outcomes, ["TraceId"] = trace });

    // Inputs that differ from instance to instance are not kept: the journal would grow by what nobody asks for.
    private Dictionary<string, JsonElement> State(string nodeId) =>
        workflow.FindNode(nodeId)?.FixedInputs().ToDictionary(i => i.Key, i => JsonValues.ToElement(i.Value), StringComparer.Ordinal) ?? [];

    // A task is known outside by its public id.
    private JsonElement Outputs(ValueDictionary outputs) => JsonSerializer.SerializeToElement(
        outputs.ToDictionary(o => o.Key, o => o.Key == "TaskId" && o.Value is string id ? JsonSerializer.SerializeToElement(Public(id)) : JsonValues.ToElement(o.Value)));

    private string Public(string local) => InstanceIds.Public(row.Id, local);

    private string? Parent(string execution) => parents.TryGetValue(execution, out var parent) ? Public(parent) : null;

    private string RecordId(JournalRecord record) => Public(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"j{record.Sequence}"));
}
