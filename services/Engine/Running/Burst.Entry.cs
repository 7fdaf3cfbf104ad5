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
    public bool EnqueueRetry(string activityInstanceId)
    {
        var context = State.ContextList.Find(candidate => candidate.Id == activityInstanceId);
        if (context is null)
            return false;
        if (context.Status != ActivityStatus.Faulted)
            return context.Node.Kind is Flowchart && RetryWaiting(context);
        for (var at = context.Parent; at is not null; at = at.Parent)
            at.FaultCount -= Math.Min(at.FaultCount, context.FaultCount);
        context.FaultCount = 0;
        State.IncidentList.RemoveAll(incident => incident.ActivityInstanceId == context.Id);
        RemoveBookmarks(context);
        Enqueue(new(context.Node, context.Parent, null, context, null, null));
        return true;
    }

    /// <summary>Closes an open task and asks for it anew.</summary>
    public void EnqueueReissue(ActivityContext context)
    {
        RemoveBookmarks(context);
        Enqueue(new(context.Node, context.Parent, null, context, null, null));
    }

    private bool RetryWaiting(ActivityContext flowchart)
    {
        if (State.IncidentList.RemoveAll(incident => incident.ActivityInstanceId == flowchart.Id) == 0 || !Flowchart.Force(this, flowchart))
            return false;
        for (var at = flowchart; at is not null; at = at.Parent)
            at.FaultCount -= Math.Min(at.FaultCount, 1);
        return true;
    }

    public void CancelInstance()
    {
        if (Follows(Deviations.CancelClears))
        {
            Deviated(Deviations.CancelClears);
            foreach (var context in State.ContextList.ToArray())
            {
                if (context.IsDone)
                    continue;
                context.Status = ActivityStatus.Canceled;
                Record(context, "Canceled");
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
