using System.Text.Json;
using Dukcapil.Engine.Activities;
using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Running;

/// <summary>How a burst begins.</summary>
internal sealed partial class Burst
{
    public IReadOnlyDictionary<string, JsonElement>? InitialVariables { get; init; }

    public void EnqueueResumption(Bookmark bookmark, Stimulus stimulus)
    {
        var context = State.ContextList.Find(candidate => candidate.Id == bookmark.ActivityInstanceId);
        if (context is not null)
            Enqueue(new(context.Node, context.Parent, null, context, bookmark, stimulus));
    }

    /// <summary>Runs a faulted execution again, or the node a flowchart waits for in vain.</summary>
    public bool EnqueueRetry(IncidentRetried retry)
    {
        var context = State.ContextList.Find(candidate => candidate.Id == retry.ActivityInstanceId);
        if (context is null)
            return false;
        if (context.Status != ActivityStatus.Faulted)
            return context.Node.Kind is Flowchart && RetryWaiting(context, retry.Note);
        Forgive(context);
        if (retry.Note is not null)
            Record(context, "Retried", retry.Note);
        Enqueue(new(context.Node, context.Parent, null, context, null, null));
        return true;
    }

    /// <summary>Takes a faulted execution as completed.</summary>
    public void EnqueueSkip(IncidentSkipped skip)
    {
        var context = State.ContextList.Find(candidate => candidate.Id == skip.ActivityInstanceId)!;
        Forgive(context);
        Enqueue(new(context.Node, context.Parent, null, context, null, skip));
    }

    /// <summary>Sets variables of the workflow. The instance goes on waiting for what it waits for.</summary>
    public void SetVariables(VariablesSet set)
    {
        var root = State.ContextList.Find(context => context.Parent is null && context.Node.Index == 0)!;
        foreach (var (id, value) in set.Values)
            Scope.FindById(root, id)?.Set(JsonValues.FromJson(value));
        Record(root, "VariablesChanged", set.Note);
        Transition(WorkflowSubStatus.Suspended);
    }

    /// <summary>Closes an open task and asks for it anew.</summary>
    public void EnqueueReissue(ActivityContext context)
    {
        RemoveBookmarks(context);
        Enqueue(new(context.Node, context.Parent, null, context, null, null));
    }

    private void Forgive(ActivityContext context)
    {
        for (var at = context.Parent; at is not null; at = at.Parent)
            at.FaultCount -= Math.Min(at.FaultCount, context.FaultCount);
        context.FaultCount = 0;
        State.IncidentList.RemoveAll(incident => incident.ActivityInstanceId == context.Id);
        RemoveBookmarks(context);
    }

    private bool RetryWaiting(ActivityContext flowchart, string? note)
    {
        if (State.IncidentList.RemoveAll(incident => incident.ActivityInstanceId == flowchart.Id) == 0 || !Flowchart.Force(this, flowchart))
            return false;
        for (var at = flowchart; at is not null; at = at.Parent)
            at.FaultCount -= Math.Min(at.FaultCount, 1);
        if (note is not null)
            Record(flowchart, "Retried", note);
        return true;
    }

    public void CancelInstance(string? note)
    {
        if (Follows(Deviations.CancelClears))
        {
            Deviated(Deviations.CancelClears);
            foreach (var context in State.ContextList.ToArray())
            {
                if (context.IsDone)
                    continue;
                context.Status = ActivityStatus.Canceled;
                Record(context, "Canceled", context.Node.Index == 0 ? note : null);
            }
            State.BookmarkList.Clear();
        }
        else
        {
            _touched.Clear(); // Elsa writes the instance only, not its executions.
        }
        State.Pending.Clear();
        Transition(WorkflowSubStatus.Cancelled);
    }

    /// <summary>Gives a container its variables: their defaults, for the workflow overlaid by what the start brought.</summary>
    private void DeclareVariables(ActivityContext context)
    {
        var variables = context.Node.Variables;
        var values = new object?[variables.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = variables[i].Default;
            if (context.Parent is null && InitialVariables?.TryGetValue(variables[i].Name, out var given) == true)
                values[i] = Coercion.Convert(JsonValues.FromJson(given), variables[i].Shape);
        }
        context.Values = values;
    }
}
