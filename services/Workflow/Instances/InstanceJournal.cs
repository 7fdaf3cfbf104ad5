using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Workflow.Instances;

/// <summary>The unpacked journal of one instance: its records, and every execution as it stands after the last of them.</summary>
internal sealed class InstanceJournal
{
    private readonly Dictionary<string, ActivityExecution> executions = new(StringComparer.Ordinal);
    private readonly List<JournalRecord> records = [];
    private readonly List<string> order = [];
    private readonly List<(long From, string? Trace)> traces = [];

    /// <summary>Records, in order.</summary>
    public IReadOnlyList<JournalRecord> Records => records;

    /// <summary>Executions, in order of their start.</summary>
    public IEnumerable<ActivityExecution> Executions => order.Select(id => executions[id]);

    public static ActivityStatus StatusAfter(string @event) => @event switch
    {
        "Completed" => ActivityStatus.Completed,
        "Canceled" => ActivityStatus.Canceled,
        "Faulted" => ActivityStatus.Faulted,
        _ => ActivityStatus.Running,
    };

    /// <summary>Trace in which a record was made; null when it was not kept.</summary>
    public string? TraceOf(JournalRecord record) => traces.FindLast(t => t.From <= record.Sequence).Trace;

    /// <summary>The records from this number on were made in this trace.</summary>
    public void Begin(long sequence, string? trace) => traces.Add((sequence, trace));

    public void Add(JournalRecord record)
    {
        records.Add(record);
        if (!executions.TryGetValue(record.ActivityInstanceId, out var known))
        {
            order.Add(record.ActivityInstanceId);
            known = new(
                record.ActivityInstanceId, record.ActivityId, record.NodeId, record.ActivityType, record.ActivityName, ActivityStatus.Running, record.At,
                null, null, null, 0, HasBookmarks: false);
        }
        // A version it was moved to may know it by another node.
        executions[record.ActivityInstanceId] = known with
        {
            ActivityId = record.ActivityId,
            NodeId = record.NodeId,
            ActivityType = record.ActivityType,
            ActivityName = record.ActivityName,
            Status = StatusAfter(record.Event),
            CompletedAt = record.Event == "Completed" ? record.At : known.CompletedAt,
            Outcomes = record.Event == "Completed" ? record.Outcomes : known.Outcomes,
            HasBookmarks = record.Event == "Suspended",
        };
    }

    public void Replace(ActivityExecution execution)
    {
        if (!executions.TryGetValue(execution.Id, out var known)) order.Add(execution.Id);
        executions[execution.Id] = known is null ? execution : execution with { StartedAt = known.StartedAt, CompletedAt = known.CompletedAt };
    }
}
