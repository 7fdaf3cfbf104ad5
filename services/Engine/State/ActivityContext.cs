using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Expressions;

namespace Dukcapil.Engine.State;

/// <summary>A token on a connection of a flowchart.</summary>
internal struct FlowToken
{
    public string From;
    public string To;
    public string Outcome;
    public bool Consumed;
    public bool Blocked;

    public readonly bool IsLive => !Consumed && !Blocked;
}

/// <summary>A variable that exists at run time only, such as the value of a loop.</summary>
/// <param name="name">Name.</param>
/// <param name="value">Value.</param>
/// <param name="isStored">Whether it is stored as a value; otherwise only its text is, as Elsa does with the variables of For and ForEach.</param>
internal sealed class DynamicVariable(string name, object? value, bool isStored = false)
{
    public string Name { get; } = name;

    public object? Value { get; set; } = value;

    public bool IsStored => isStored;

    public void Reload() => Value = Value switch
    {
        null => null,
        { } kept when isStored => LiveValue.Freeze(kept) is { } stored ? Reloading.Reload(stored, ValueShape.Object, null) : null,
        { } shown => Coercion.ToText(shown),
    };
}

/// <summary>One execution of one activity within an instance.</summary>
public sealed class ActivityContext
{
    internal ActivityContext(string id, string nodeId, ActivityContext? parent, DateTimeOffset startedAt)
    {
        Id = id;
        NodeId = nodeId;
        Parent = parent;
        StartedAt = startedAt;
    }

    /// <summary>Id of this execution.</summary>
    public string Id { get; }

    /// <summary>Node executed.</summary>
    public string NodeId { get; internal set; }

    /// <summary>The execution of the container.</summary>
    public ActivityContext? Parent { get; internal set; }

    /// <summary>Status.</summary>
    public ActivityStatus Status { get; internal set; }

    /// <summary>When it began, UTC.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>Faults of it and of everything inside it.</summary>
    public int FaultCount { get; internal set; }

    internal DateTimeOffset? CompletedAt { get; set; }

    internal CompiledNode Node { get; set; } = null!;

    /// <summary>Next index of a Sequence or ForEach, current value of a For, remaining children of a Parallel.</summary>
    internal int? Position { get; set; }

    internal bool IsBreaking { get; set; }

    /// <summary>Whether a flowchart is cancelling the branches that lost against a WaitAny join.</summary>
    internal bool IsRacing { get; set; }

    internal List<FlowToken>? Tokens { get; set; }

    /// <summary>Children a Switch still waits for.</summary>
    internal List<string>? Awaited { get; set; }

    /// <summary>Values of the node's variables, in their order.</summary>
    internal object?[]? Values { get; set; }

    /// <summary>Run-time variables that live and are kept with this execution.</summary>
    internal List<DynamicVariable>? Dynamic { get; set; }

    /// <summary>Run-time variables seen here until the end of the burst only.</summary>
    internal List<DynamicVariable>? Borrowed { get; set; }

    internal object?[]? Outputs { get; set; }

    /// <summary>Outputs as they were when the activity completed by itself; what changes later in the burst is not its doing.</summary>
    internal ValueDictionary? FinalOutputs { get; set; }

    internal IReadOnlyList<string>? Outcomes { get; set; }

    /// <summary>Inputs evaluated in this burst; null when it was resumed from stored state.</summary>
    internal object?[]? Inputs { get; set; }

    /// <summary>Whether it was running before this burst.</summary>
    internal bool WasResumed { get; set; }

    internal bool IsDone => Status is ActivityStatus.Completed or ActivityStatus.Canceled;

    internal ActivityContext Clone() => new(Id, NodeId, Parent, StartedAt)
    {
        Status = Status,
        FaultCount = FaultCount,
        CompletedAt = CompletedAt,
        Node = Node,
        Position = Position,
        IsBreaking = IsBreaking,
        Tokens = Tokens is { Count: > 0 } ? [.. Tokens] : null,
        Awaited = Awaited is null ? null : [.. Awaited],
        Values = (object?[]?)Values?.Clone(),
        Dynamic = Dynamic?.ConvertAll(variable => new DynamicVariable(variable.Name, variable.Value, variable.IsStored)),
        Outputs = (object?[]?)Outputs?.Clone(),
        Outcomes = Outcomes,
    };
}
