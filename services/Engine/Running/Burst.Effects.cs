using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Running;

/// <summary>What a burst leaves behind besides the state.</summary>
internal sealed partial class Burst
{
    private readonly List<JournalRecord> _journal = new(8);
    private readonly List<ActivityContext> _touched = [.. state.ContextList];
    private readonly Bookmark[] _before = [.. state.BookmarkList];
    private readonly List<Incident> _incidents = [];
    private List<TaskRequest>? _tasks;
    private List<PublishedEvent>? _events;
    private List<DispatchedChild>? _children;
    private List<string>? _lines;
    private List<(ActivityContext Context, int Index, object? Value)>? _outputs;
    private Deviations _deviations;

    /// <summary>What Elsa records in place of outputs it cannot write.</summary>
    private static readonly string Unwritable = typeof(Dictionary<string, object>).FullName!.Replace("mscorlib", "System.Private.CoreLib", StringComparison.Ordinal);

    public void Record(ActivityContext context, string @event, string? message = null, IReadOnlyList<string>? outcomes = null) =>
        Record(context.Node, context.Id, @event, message, outcomes);

    public void Record(CompiledNode node, string activityInstanceId, string @event, string? message, IReadOnlyList<string>? outcomes) =>
        _journal.Add(new(node.Id, node.NodeId, node.Type, node.Name, activityInstanceId, @event, ++State.Sequence, World.Now, message, outcomes));

    public void Request(TaskRequest task) => (_tasks ??= []).Add(task);

    public void Publish(PublishedEvent published) => (_events ??= []).Add(published);

    public void Dispatch(DispatchedChild child) => (_children ??= []).Add(child);

    public void WriteLine(string line) => (_lines ??= []).Add(line);

    public void Deviated(Deviations rule) => _deviations |= rule;

    public void AddIncident(CompiledNode node, string activityInstanceId, Exception error)
    {
        var incident = new Incident(
            node.Id, node.NodeId, node.Type, activityInstanceId, error.Message, EngineFaultException.TypeOf(error), error.InnerException?.Message, World.Now);
        _incidents.Add(incident);
        State.IncidentList.Add(incident);
    }

    /// <summary>Sets an output of an execution and the variable it is bound to.</summary>
    public void SetOutput(ActivityContext context, int index, object? value)
    {
        context.Outputs![index] = value;
        (_outputs ??= []).Add((context, index, value));
        if (context.Node.Outputs[index].VariableId is { } id)
        {
            Scope.FindById(context, id)?.Set(value);
            // The designer may bind an output straight to an output of the workflow, by its name.
            if (Workflow.Outputs.Any(output => output.Name == id))
                State.OutputMap[id] = value;
        }
        if (context.Node.OutputNames[index] == "Result")
            LastResult = value;
    }

    /// <summary>The first value an output of a node was given in this burst inside <paramref name="context"/>'s containers; so Elsa.</summary>
    public object? OutputOf(ActivityContext context, CompiledNode node, string name)
    {
        var index = Array.IndexOf(node.OutputNames, name);
        if (index < 0)
            return null;
        foreach (var (other, set, value) in _outputs ?? [])
        {
            if (other.Node == node && set == index && IsWithin(context, other.Parent))
                return value;
        }
        return null;
    }

    private static bool IsWithin(ActivityContext context, ActivityContext? container)
    {
        for (var at = context.Parent; at is not null; at = at.Parent)
        {
            if (at == container)
                return true;
        }
        return false;
    }

    public BurstResult Finish(InstanceState before)
    {
        if (State.Pending.Exists(entry => entry.Owner.IsDone && entry.Owner.Parent is not null))
        {
            // Only a race ends a container that still has work to schedule.
            Deviated(Deviations.RaceRunsToItsEnd);
            if (!Follows(Deviations.RaceRunsToItsEnd))
                return new() { Outcome = BurstOutcome.NotCommitted, State = before, Deviations = _deviations };
        }
        if (HoldsNonFinite())
        {
            Deviated(Deviations.KeepsNonFiniteNumbers);
            if (!Follows(Deviations.KeepsNonFiniteNumbers))
                return new() { Outcome = BurstOutcome.NotCommitted, State = before, Deviations = _deviations };
        }
        var executions = new ActivityExecution[_touched.Count];
        for (var i = 0; i < executions.Length; i++)
            executions[i] = Execution(_touched[i]);
        foreach (var context in State.ContextList)
            Reload(context);
        Freeze(State.InputMap);
        Freeze(State.OutputMap);
        State.UpdatedAt = World.Now;
        State.Settle();
        List<Bookmark> created = [], burned = [];
        foreach (var bookmark in State.BookmarkList)
        {
            if (Array.IndexOf(_before, bookmark) < 0)
                created.Add(bookmark);
        }
        foreach (var bookmark in _before)
        {
            if (!State.BookmarkList.Contains(bookmark))
                burned.Add(bookmark);
        }
        return new()
        {
            Outcome = BurstOutcome.Applied,
            State = State,
            Journal = _journal,
            Executions = executions,
            BookmarksCreated = created,
            BookmarksBurned = burned,
            TaskRequests = _tasks is null ? [] : _tasks.FindAll(task => created.Exists(bookmark => bookmark.TaskId == task.TaskId)),
            PublishedEvents = _events ?? [],
            Timers = created.Exists(bookmark => bookmark.DueAt is not null) ? created.FindAll(bookmark => bookmark.DueAt is not null) : [],
            Children = _children ?? [],
            Incidents = _incidents,
            Lines = _lines ?? [],
            Deviations = _deviations,
        };
    }

    private bool HoldsNonFinite() => State.OutputMap.Values.Any(LiveValue.IsNonFinite) || State.ContextList.Exists(context =>
        !context.IsDone && (context.Values?.Any(LiveValue.IsNonFinite) == true || context.Dynamic?.Exists(variable => variable.IsStored && LiveValue.IsNonFinite(variable.Value)) == true));

    private static void Freeze(Dictionary<string, object?> values)
    {
        foreach (var (name, value) in values)
        {
            if (value is LiveValue)
                values[name] = LiveValue.Freeze(value);
        }
    }

    private ActivityExecution Execution(ActivityContext context) => new(
        context.Id, context.Node.Id, context.NodeId, context.Node.Type, context.Node.Name, context.Status, context.StartedAt, context.CompletedAt,
        context.Outcomes, (context.FinalOutputs ?? Outputs(context))?.Copy(), context.FaultCount, State.BookmarkList.Exists(bookmark => bookmark.ActivityInstanceId == context.Id));

    /// <summary>Outputs as Elsa records them: as set in this burst, else the value of the variable they are bound to.</summary>
    private ValueDictionary? Outputs(ActivityContext context)
    {
        if (context.Outputs is not { } outputs)
            return null;
        var values = new object?[outputs.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = outputs[i];
            // The variables of a container that has ended are gone.
            if (values[i] is null && context.Node.Outputs[i].VariableId is { } id && Scope.FindById(context, id) is { IsGone: false } place)
                values[i] = place.Value;
        }
        if (!Array.Exists(values, LiveValue.IsNonFinite))
            return new(context.Node.OutputNames, values);
        Deviated(Deviations.KeepsNonFiniteNumbers);
        return Follows(Deviations.KeepsNonFiniteNumbers) ? new(context.Node.OutputNames, values) : new(["TypeName"], [Unwritable]);
    }

    /// <summary>A variable without persistent storage falls back to its default at every suspension, the others are stored and read.</summary>
    private static void Reload(ActivityContext context)
    {
        if (context.Values is { } values)
        {
            var variables = context.Node.Variables;
            for (var i = 0; i < values.Length; i++)
                values[i] = Reloading.Reload(values[i], variables[i]);
        }
        foreach (var variable in context.Dynamic ?? [])
            variable.Reload();
        for (var i = 0; i < context.Outputs?.Length; i++)
            context.Outputs[i] = LiveValue.Freeze(context.Outputs[i]);
    }
}
