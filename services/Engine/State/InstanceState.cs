using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Expressions;

namespace Dukcapil.Engine.State;

/// <summary>A completion somebody waits for: the owner scheduled the child node.</summary>
internal readonly record struct PendingCompletion(ActivityContext Owner, string ChildNodeId);

/// <summary>
/// Everything an instance is between two bursts: plain data, never changed once a burst has returned it, so that the same
/// state and the same stimulus always give the same result.
/// </summary>
public sealed partial class InstanceState
{
    internal InstanceState()
    {
    }

    /// <summary>Instance id.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Definition it runs.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Version it runs, also after newer ones are published.</summary>
    public required int DefinitionVersion { get; init; }

    /// <summary>Instance that started this one, if any.</summary>
    public string? ParentInstanceId { get; init; }

    /// <summary>When it was started, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Status.</summary>
    public WorkflowStatus Status => SubStatus is WorkflowSubStatus.Executing or WorkflowSubStatus.Suspended ? WorkflowStatus.Running : WorkflowStatus.Finished;

    /// <summary>Sub-status.</summary>
    public WorkflowSubStatus SubStatus { get; internal set; }

    /// <summary>Correlation id, if any.</summary>
    public string? CorrelationId { get; internal set; }

    /// <summary>Name given by SetName, if any.</summary>
    public string? Name { get; internal set; }

    /// <summary>Sequence of the last journal record; 0 before the first.</summary>
    public long Sequence { get; internal set; }

    /// <summary>When it last ran, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; internal set; }

    /// <summary>When it ended, UTC.</summary>
    public DateTimeOffset? FinishedAt { get; internal set; }

    /// <summary>What it waits for.</summary>
    public IReadOnlyList<Bookmark> Bookmarks => BookmarkList;

    /// <summary>Faults not yet retried.</summary>
    public IReadOnlyList<Incident> Incidents => IncidentList;

    /// <summary>Executions not yet ended, and the workflow's own.</summary>
    public IReadOnlyList<ActivityContext> Contexts => ContextList;

    /// <summary>Declared inputs it was given.</summary>
    public IReadOnlyDictionary<string, object?> Input => InputMap;

    /// <summary>Outputs set so far.</summary>
    public IReadOnlyDictionary<string, object?> Output => OutputMap;

    /// <summary>Completions that executions wait for: the execution, and the node it scheduled.</summary>
    public IEnumerable<(ActivityContext Owner, string ChildNodeId)> AwaitedCompletions => Pending.Select(entry => (entry.Owner, entry.ChildNodeId));

    internal List<Bookmark> BookmarkList { get; init; } = [];

    internal List<Incident> IncidentList { get; init; } = [];

    internal List<ActivityContext> ContextList { get; init; } = [];

    internal List<PendingCompletion> Pending { get; init; } = [];

    internal Dictionary<string, object?> InputMap { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    internal Dictionary<string, object?> OutputMap { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Current values of the workflow's variables.</summary>
    /// <param name="workflow">The version this instance runs.</param>
    public ValueDictionary Variables(CompiledWorkflow workflow)
    {
        foreach (var context in ContextList)
        {
            if (context.Values is { } values && !context.NodeId.Contains(':', StringComparison.Ordinal))
                return new(workflow.VariableNames, values);
        }
        return ValueDictionary.Empty;
    }

    internal InstanceState Clone(int? version = null)
    {
        var contexts = new List<ActivityContext>(ContextList.Count + 4);
        foreach (var context in ContextList)
            contexts.Add(context.Clone());
        foreach (var context in contexts)
        {
            if (context.Parent is { } parent)
                context.Parent = Twin(parent, contexts);
        }
        var pending = new List<PendingCompletion>(Pending.Count + 2);
        foreach (var entry in Pending)
            pending.Add(entry with { Owner = Twin(entry.Owner, contexts) });
        return new()
        {
            InstanceId = InstanceId,
            DefinitionId = DefinitionId,
            DefinitionVersion = version ?? DefinitionVersion,
            ParentInstanceId = ParentInstanceId,
            CreatedAt = CreatedAt,
            SubStatus = SubStatus,
            CorrelationId = CorrelationId,
            Name = Name,
            Sequence = Sequence,
            UpdatedAt = UpdatedAt,
            FinishedAt = FinishedAt,
            BookmarkList = [.. BookmarkList],
            IncidentList = [.. IncidentList],
            ContextList = contexts,
            Pending = pending,
            InputMap = InputMap.Count == 0 ? InputMap : new(InputMap, InputMap.Comparer),
            OutputMap = OutputMap.Count == 0 ? new(StringComparer.Ordinal) : new(OutputMap, StringComparer.Ordinal),
        };
    }

    private ActivityContext Twin(ActivityContext original, List<ActivityContext> clones) => clones[ContextList.IndexOf(original)];

    /// <summary>
    /// What is left at the end of a burst: executions not yet ended and the workflow's own, newest first, as Elsa stores them
    /// (the order decides in which order executions are cancelled later).
    /// </summary>
    internal void Settle()
    {
        ContextList.RemoveAll(context => context.IsDone && context.Parent is not null);
        ContextList.Reverse();
        foreach (var context in ContextList)
        {
            context.Inputs = null;
            context.Borrowed = null;
            if (context.Parent is { } parent && !ContextList.Contains(parent))
                context.Parent = null;
        }
        Pending.RemoveAll(entry => !ContextList.Contains(entry.Owner));
    }
}
