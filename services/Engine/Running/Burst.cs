using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Running;

/// <summary>Work to be done: start a node inside its owner, or go on with an execution.</summary>
internal readonly record struct WorkItem(
    CompiledNode Node,
    ActivityContext? Owner,
    IReadOnlyList<DynamicVariable>? Variables,
    ActivityContext? Existing,
    Bookmark? Bookmark,
    Stimulus? Stimulus);

/// <summary>
/// One run of an instance, from a stimulus to its next wait. Work is first in, first out; the completion of an activity reaches its
/// container at once, within the execution of the activity, as in Elsa: so a fault in the container is the activity's fault.
/// </summary>
internal sealed partial class Burst(CompiledWorkflow workflow, InstanceState state, BurstContext world)
{
    private readonly Queue<WorkItem> _queue = new();
    private readonly HashSet<string> _newBookmarks = new(StringComparer.Ordinal);
    private int _steps;
    private FlowGraph? _triggered;

    public CompiledWorkflow Workflow { get; } = workflow;

    public InstanceState State { get; } = state;

    public BurstContext World { get; } = world;

    /// <summary>What a trigger or an event carries in this burst.</summary>
    public object? Payload { get; set; }

    /// <summary>Whether the instance is started by it.</summary>
    public bool IsFirst => !State.ContextList[0].WasResumed;

    /// <summary>Activity whose trigger starts the instance, in its first burst.</summary>
    public string? TriggerActivityId { get; init; }

    /// <summary>The connections of a flowchart; where a trigger starts elsewhere than the flowchart would, forward is as seen from there.</summary>
    public FlowGraph FlowOf(CompiledNode flowchart)
    {
        if (TriggerActivityId is null || flowchart.Children.Find(child => child.Id == TriggerActivityId) is not { } trigger || trigger.Index == flowchart.Flow!.Start)
            return flowchart.Flow!;
        return _triggered ??= new(flowchart.Flow.Connections, trigger.Index);
    }

    /// <summary>Result of the last activity that gave one, for getLastResult().</summary>
    public object? LastResult { get; set; }

    public string NewId() => World.NewId();

    public bool Follows(Deviations rule) => (World.Deviations & rule) != 0;

    public void Schedule(ActivityContext owner, int node, IReadOnlyList<DynamicVariable>? variables = null)
    {
        var target = Workflow.Nodes[node];
        State.Pending.Add(new(owner, target.NodeId));
        _queue.Enqueue(new(target, owner, variables, null, null, null));
    }

    public void Enqueue(WorkItem item) => _queue.Enqueue(item);

    /// <summary>Does all work there is, then decides whether the instance has ended or waits.</summary>
    public void Run()
    {
        while (_queue.TryDequeue(out var item))
        {
            Invoke(item);
            if (++_steps >= World.Limits.StepsPerBurst && _queue.Count > 0)
                StopRunaway();
        }
        if (State.Status == WorkflowStatus.Running)
            Transition(State.ContextList.TrueForAll(context => context.IsDone) ? WorkflowSubStatus.Finished : WorkflowSubStatus.Suspended);
        if (State.SubStatus == WorkflowSubStatus.Suspended && State.BookmarkList.Count == 0)
            Watchdog.Check(this);
    }

    public bool HasScheduledWork(ActivityContext container)
    {
        foreach (var item in _queue)
        {
            for (var owner = item.Owner; owner is not null; owner = owner.Parent)
            {
                if (owner == container)
                    return true;
            }
        }
        return false;
    }

    /// <summary>Ends the instance at once (Finish).</summary>
    public void FinishNow()
    {
        State.Pending.Clear();
        _queue.Clear();
        State.BookmarkList.Clear();
        Transition(WorkflowSubStatus.Finished);
    }

    public void Transition(WorkflowSubStatus target)
    {
        if (State.Status == WorkflowStatus.Finished)
            throw new EngineFaultException($"Cannot transition from {State.SubStatus} to {target}", "System.Exception");
        State.SubStatus = target;
        State.UpdatedAt = World.Now;
        if (State.Status == WorkflowStatus.Finished)
            State.FinishedAt = World.Now;
    }

    public Bookmark AddBookmark(ActivityContext context, Bookmark bookmark)
    {
        State.BookmarkList.Add(bookmark);
        _newBookmarks.Add(bookmark.Id);
        return bookmark;
    }

    public Bookmark Wait(ActivityContext context, string name, string? subject = null, DateTimeOffset? dueAt = null, string? taskId = null) =>
        AddBookmark(context, new()
        {
            Id = NewId(),
            Name = name,
            ActivityId = context.Node.Id,
            NodeId = context.NodeId,
            ActivityInstanceId = context.Id,
            CreatedAt = World.Now,
            Subject = subject,
            DueAt = dueAt,
            TaskId = taskId,
        });

    private void Invoke(WorkItem item)
    {
        var context = item.Existing ?? Create(item);
        var skip = item.Stimulus as IncidentSkipped;
        Record(context, skip is not null ? "Skipped" : WaitsAt(context.NodeId) ? "Resumed" : "Started", skip?.Note);
        try
        {
            // What is skipped is not run, so its inputs, which may be what fails, are not evaluated either.
            if (skip is null)
                Inputs.Evaluate(this, context, item.Bookmark is not null);
            context.Status = ActivityStatus.Running;
            if (skip is not null)
            {
                Complete(context, skip.Outcome == "Done" ? null : [skip.Outcome]);
            }
            else if (item.Bookmark is { } bookmark)
            {
                context.Node.Kind.Resume(this, context, bookmark, item.Stimulus!);
                State.BookmarkList.Remove(bookmark);
            }
            else
            {
                context.Node.Kind.Execute(this, context);
                if (context.Node.Kind.CompletesItself && !HasNewBookmark(context))
                    Complete(context);
            }
            if (context.Status == ActivityStatus.Running && WaitsAt(context.NodeId))
                Record(context, "Suspended");
            else if (context.Status == ActivityStatus.Completed)
                context.FinalOutputs = Outputs(context)?.Copy();
        }
        catch (Exception error)
        {
            // Whatever a definition makes an activity do, it is an incident of that activity and never the end of the process.
            Record(context, "Faulted", error.Message);
            Fail(context, error);
        }
        if (State.ContextList.Count > 64)
            State.ContextList.RemoveAll(done => done.IsDone && done.Parent is not null);
    }

    private ActivityContext Create(WorkItem item)
    {
        var context = new ActivityContext(NewId(), item.Node.NodeId, item.Owner, World.Now)
        {
            Node = item.Node,
            Outputs = item.Node.OutputNames.Length == 0 ? null : new object?[item.Node.OutputNames.Length],
        };
        if (item.Node.Kind.IsContainer)
            DeclareVariables(context);
        if (item.Variables is { } variables)
            Scope.Declare(context, variables);
        State.ContextList.Add(context);
        _touched.Add(context);
        return context;
    }

    private bool WaitsAt(string nodeId)
    {
        foreach (var bookmark in State.BookmarkList)
        {
            if (string.Equals(bookmark.NodeId, nodeId, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private bool HasNewBookmark(ActivityContext context)
    {
        foreach (var bookmark in State.BookmarkList)
        {
            if (bookmark.ActivityInstanceId == context.Id && _newBookmarks.Contains(bookmark.Id))
                return true;
        }
        return false;
    }

    private void StopRunaway()
    {
        var item = _queue.Dequeue();
        _queue.Clear();
        var context = item.Existing ?? Create(item);
        var error = new EngineFaultException(
            $"Lebih dari {World.Limits.StepsPerBurst} langkah tanpa menunggu; kemungkinan putaran tanpa akhir.", "Dukcapil.Engine.StepLimitExceeded");
        Record(context, "Faulted", error.Message);
        Fail(context, error);
    }
}
