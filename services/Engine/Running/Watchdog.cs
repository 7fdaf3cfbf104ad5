using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Running;

/// <summary>Rule <see cref="Deviations.NeverWaitsForNothing"/>: an instance that waits for nothing gets an incident naming the node that waits.</summary>
internal static class Watchdog
{
    public const string ExceptionType = "Dukcapil.Engine.WaitsForNothing";

    public static void Check(Burst burst)
    {
        // There is an incident already that names the node.
        if (burst.State.ContextList.Exists(context => context.Status == ActivityStatus.Faulted)
            || burst.State.IncidentList.Exists(incident => incident.ExceptionType == ExceptionType))
            return;
        burst.Deviated(Deviations.NeverWaitsForNothing);
        if (!burst.Follows(Deviations.NeverWaitsForNothing))
            return;
        var (context, node) = FindWaiting(burst);
        var error = new EngineFaultException(
            $"Langkah '{node.DisplayText ?? node.Name ?? node.Id}' menunggu cabang yang tidak akan pernah datang.", ExceptionType);
        burst.Record(node, context.Id, "Faulted", error.Message, null);
        if (context.Node == node)
            burst.Fail(context, error);
        else
            FailBeforeItRan(burst, context, node, error);
    }

    /// <summary>The execution to retry, and the node that waits: a node with tokens that never ran, or an execution that does nothing.</summary>
    private static (ActivityContext Context, CompiledNode Node) FindWaiting(Burst burst)
    {
        foreach (var context in burst.State.ContextList)
        {
            if (context.Status != ActivityStatus.Running || context.Tokens is not { } tokens)
                continue;
            foreach (var token in tokens)
            {
                if (token.IsLive && context.Node.Children.Find(child => child.Id == token.To) is { } node)
                    return (context, node);
            }
        }
        var idle = burst.State.ContextList.FindLast(context => context.Status == ActivityStatus.Running && burst.ChildrenOf(context).Count == 0)
            ?? burst.State.ContextList[0];
        return (idle, idle.Node);
    }

    private static void FailBeforeItRan(Burst burst, ActivityContext flowchart, CompiledNode node, EngineFaultException error)
    {
        burst.AddIncident(node, flowchart.Id, error);
        for (var at = flowchart; at is not null; at = at.Parent)
            at.FaultCount++;
        if (!burst.Workflow.ContinuesWithIncidents)
            burst.State.SubStatus = WorkflowSubStatus.Faulted;
        if (burst.State.Status == WorkflowStatus.Finished)
            burst.State.FinishedAt = burst.World.Now;
    }
}
