using Dukcapil.Engine.Activities;
using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Running;

/// <summary>How executions end: completed, cancelled or failed.</summary>
internal sealed partial class Burst
{
    public void Complete(ActivityContext context, IReadOnlyList<string>? outcomes = null)
    {
        if (context.Status != ActivityStatus.Running)
            return;
        foreach (var child in ChildrenOf(context))
            CancelWithin(child);
        context.Status = ActivityStatus.Completed;
        context.CompletedAt = World.Now;
        context.Outcomes = outcomes ?? context.Outcomes;
        Record(context, "Completed", null, outcomes);
        NotifyCompleted(context, outcomes);
        RemoveBookmarks(context);
        ForgetCompletions(context);
    }

    /// <summary>Sends a signal to the sender and its ancestors, innermost first.</summary>
    public void Send(Signal signal, ActivityContext sender, IReadOnlyList<string>? outcomes = null)
    {
        for (var receiver = sender; receiver is not null; receiver = receiver.Parent)
        {
            if (receiver.Node.Kind.Receive(this, signal, receiver, sender, outcomes))
                return;
        }
    }

    /// <summary>Cancels a running or faulted execution, what is inside it first.</summary>
    public void Cancel(ActivityContext context)
    {
        if (context.Status is not (ActivityStatus.Running or ActivityStatus.Faulted))
            return;
        foreach (var child in ChildrenOf(context))
            Cancel(child);
        MarkCanceled(context);
    }

    public List<ActivityContext> ChildrenOf(ActivityContext context)
    {
        List<ActivityContext>? children = null;
        foreach (var candidate in State.ContextList)
        {
            if (candidate.Parent == context)
                (children ??= []).Add(candidate);
        }
        return children ?? NoChildren;
    }

    public static ActivityContext RootOf(ActivityContext context)
    {
        while (context.Parent is { } parent)
            context = parent;
        return context;
    }

    public void ForgetCompletions(ActivityContext owner)
    {
        for (var i = State.Pending.Count - 1; i >= 0; i--)
        {
            if (State.Pending[i].Owner == owner)
                State.Pending.RemoveAt(i);
        }
    }

    public void Fail(ActivityContext context, Exception error)
    {
        context.Status = ActivityStatus.Faulted;
        AddIncident(context.Node, context.Id, error);
        for (var at = context; at is not null; at = at.Parent)
            at.FaultCount++;
        if (!Workflow.ContinuesWithIncidents && State.Status == WorkflowStatus.Running)
            Transition(WorkflowSubStatus.Faulted);
    }

    private static readonly List<ActivityContext> NoChildren = [];

    /// <summary>A container ends: what is inside it is cancelled, outer first.</summary>
    private void CancelWithin(ActivityContext context)
    {
        if (context.IsDone)
            return;
        MarkCanceled(context);
        foreach (var child in ChildrenOf(context))
            CancelWithin(child);
    }

    private void MarkCanceled(ActivityContext context)
    {
        context.Status = ActivityStatus.Canceled;
        RemoveBookmarks(context);
        RemoveBookmarksOfNode(context);
        ForgetCompletions(context);
        Record(context, "Canceled");
        Send(Signal.Canceled, context);
    }

    private void NotifyCompleted(ActivityContext sender, IReadOnlyList<string>? outcomes)
    {
        for (var receiver = sender; receiver is not null; receiver = receiver.Parent)
        {
            var at = -1;
            for (var i = 0; i < State.Pending.Count && at < 0; i++)
            {
                if (State.Pending[i].Owner == receiver && State.Pending[i].ChildNodeId == sender.NodeId)
                    at = i;
            }
            if (at < 0)
                continue;
            State.Pending.RemoveAt(at);
            // After a suspension a container's inputs are evaluated again before it hears of its child.
            if (receiver.Inputs is null)
                Inputs.Evaluate(this, receiver, false);
            receiver.Node.Kind.ChildCompleted(this, receiver, sender, outcomes);
        }
    }

    private void RemoveBookmarks(ActivityContext context)
    {
        for (var i = State.BookmarkList.Count - 1; i >= 0; i--)
        {
            if (State.BookmarkList[i].ActivityInstanceId == context.Id)
                State.BookmarkList.RemoveAt(i);
        }
    }

    private void RemoveBookmarksOfNode(ActivityContext context)
    {
        var others = State.BookmarkList.FindAll(bookmark => bookmark.NodeId == context.NodeId);
        if (others.Count == 0 || others.TrueForAll(bookmark => IsCanceled(bookmark.ActivityInstanceId)))
            return;
        if (Follows(Deviations.CancelTakesOwnBookmarks))
            Deviated(Deviations.CancelTakesOwnBookmarks);
        else
            State.BookmarkList.RemoveAll(bookmark => bookmark.NodeId == context.NodeId);
    }

    private bool IsCanceled(string activityInstanceId) =>
        State.ContextList.Exists(context => context.Id == activityInstanceId && context.Status == ActivityStatus.Canceled);
}
