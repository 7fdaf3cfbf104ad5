using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>
/// Runs its activities along their connections, by tokens. A completed activity puts a token on every connection of its outcomes
/// and takes those that led to it; whether a target runs now depends on its merge mode:
/// Stream (default) when no activity before it is still to run, Merge when every forward connection has a token, Converge when every
/// connection has, Cascade at the first token (the others are swallowed), Race as Cascade, cancelling the other branches.
/// A FlowJoin is Race in mode WaitAny and Merge otherwise.
/// </summary>
internal sealed class Flowchart : ActivityKind
{
    public override bool IsContainer => true;

    public override void Execute(Burst burst, ActivityContext context)
    {
        var start = burst.FlowOf(context.Node).Start;
        if (start < 0)
            burst.Complete(context);
        else
            burst.Schedule(context, start);
    }

    public override void ChildCompleted(Burst burst, ActivityContext context, ActivityContext child, IReadOnlyList<string>? outcomes)
    {
        var tokens = context.Tokens ??= [];
        if (child.Node.Kind.IsTerminal)
        {
            tokens.Clear();
            burst.Complete(context);
            return;
        }
        var outbound = burst.FlowOf(context.Node).Outbound(child.Node.Index);
        foreach (var connection in outbound)
        {
            if (IsActive(connection, outcomes))
                tokens.Add(new() { From = child.Node.Id, To = IdOf(burst, connection.Target), Outcome = connection.Outcome });
        }
        Consume(tokens, child.Node.Id);
        foreach (var connection in outbound)
        {
            if (IsActive(connection, outcomes))
                Offer(burst, context, child, connection);
        }
        if (!HasPendingWork(burst, context))
        {
            tokens.Clear();
            burst.Complete(context);
        }
        tokens.RemoveAll(token => token.Consumed && token.To == child.Node.Id);
    }

    /// <summary>A cancelled activity takes its tokens along; a flowchart left without work is complete.</summary>
    public override bool Receive(Burst burst, Signal signal, ActivityContext context, ActivityContext sender, IReadOnlyList<string>? outcomes)
    {
        if (signal != Signal.Canceled)
            return false;
        var id = sender.Node.Id;
        context.Tokens?.RemoveAll(token => token.From == id || token.To == id);
        if (IsBusy(burst, context))
            return false;
        if (context.IsRacing)
        {
            burst.Deviated(Deviations.RaceRunsToItsEnd);
            if (burst.Follows(Deviations.RaceRunsToItsEnd))
                return false;
        }
        burst.Complete(context);
        return false;
    }

    /// <summary>Runs a node as if all it waits for had come (an operator's answer to a wait for nothing).</summary>
    public static bool Force(Burst burst, ActivityContext context)
    {
        var waiting = (context.Tokens ?? []).FindIndex(token => token.IsLive);
        if (waiting < 0 || context.Node.Children.Find(child => child.Id == context.Tokens![waiting].To) is not { } node)
            return false;
        burst.Schedule(context, node.Index);
        return true;
    }

    private static void Offer(Burst burst, ActivityContext context, ActivityContext child, FlowConnection connection)
    {
        var flow = burst.FlowOf(context.Node);
        var target = burst.Workflow.Nodes[connection.Target];
        switch (ModeOf(burst, target))
        {
            case MergeMode.Race:
                CancelBranches(burst, context, connection.Target);
                Cascade(burst, context, connection, target);
                break;
            case MergeMode.Cascade:
                Cascade(burst, context, connection, target);
                break;
            case MergeMode.Merge:
                ScheduleIfAllCame(burst, context, flow.ForwardInbound(connection.Target), connection.Target);
                break;
            case MergeMode.Converge:
                ScheduleIfAllCame(burst, context, flow.Inbound(connection.Target), connection.Target);
                break;
            default:
                if (!IsStillToCome(burst, context, flow.ForwardInbound(connection.Target)))
                    burst.Schedule(context, connection.Target);
                break;
        }
    }

    private static MergeMode ModeOf(Burst burst, CompiledNode target)
    {
        if (target.Kind is not FlowJoin)
            return target.MergeMode ?? MergeMode.Stream;
        var mode = target.ConstantInputs?[0];
        if (target.ConstantInputs is null)
        {
            // The mode is evaluated where the join would stand alone: it sees no variables.
            var alone = new ActivityContext("", target.NodeId, null, burst.World.Now) { Node = target };
            mode = Running.Inputs.Evaluate(burst, alone, target.Inputs[0]);
        }
        return mode is "WaitAny" ? MergeMode.Race : MergeMode.Merge;
    }

    private static void Cascade(Burst burst, ActivityContext context, FlowConnection connection, CompiledNode target)
    {
        var tokens = context.Tokens!;
        var from = IdOf(burst, connection.Source);
        var blocked = tokens.FindIndex(token => token.Blocked && token.To == target.Id && token.From == from && token.Outcome == connection.Outcome);
        if (blocked >= 0)
        {
            tokens[blocked] = tokens[blocked] with { Consumed = true };
            return;
        }
        burst.Schedule(context, target.Index);
        foreach (var other in burst.FlowOf(context.Node).ForwardInbound(target.Index))
        {
            if (other.Source != connection.Source)
                tokens.Add(new() { From = IdOf(burst, other.Source), To = target.Id, Outcome = other.Outcome, Blocked = true });
        }
    }

    private static void CancelBranches(Burst burst, ActivityContext context, int target)
    {
        context.IsRacing = true;
        foreach (var other in burst.ChildrenOf(context))
        {
            if (burst.FlowOf(context.Node).IsAncestor(other.Node.Index, target))
                burst.Cancel(other);
        }
        context.IsRacing = false;
    }

    private static void ScheduleIfAllCame(Burst burst, ActivityContext context, FlowConnection[] inbound, int target)
    {
        if (inbound.Length > 1)
        {
            foreach (var connection in inbound)
            {
                var (from, to) = (IdOf(burst, connection.Source), IdOf(burst, connection.Target));
                if (!context.Tokens!.Exists(token => token.IsLive && token.From == from && token.To == to && token.Outcome == connection.Outcome))
                    return;
            }
        }
        burst.Schedule(context, target);
    }

    private static bool IsStillToCome(Burst burst, ActivityContext context, FlowConnection[] inbound)
    {
        foreach (var connection in inbound)
        {
            var source = IdOf(burst, connection.Source);
            foreach (var token in context.Tokens!)
            {
                if (token.IsLive && token.To == source)
                    return true;
            }
        }
        return false;
    }

    private static void Consume(List<FlowToken> tokens, string target)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].IsLive && tokens[i].To == target)
                tokens[i] = tokens[i] with { Consumed = true };
        }
    }

    private static bool HasPendingWork(Burst burst, ActivityContext context) =>
        IsBusy(burst, context) || context.Tokens?.Exists(token => token.IsLive) == true;

    private static bool IsBusy(Burst burst, ActivityContext context)
    {
        foreach (var other in burst.State.ContextList)
        {
            if (other.Parent == context && other.Status is (ActivityStatus.Running or ActivityStatus.Faulted))
                return true;
        }
        return burst.HasScheduledWork(context);
    }

    private static bool IsActive(FlowConnection connection, IReadOnlyList<string>? outcomes)
    {
        if (outcomes is null)
            return connection.Outcome == "Done";
        for (var i = 0; i < outcomes.Count; i++)
        {
            if (outcomes[i] == connection.Outcome)
                return true;
        }
        return false;
    }

    private static string IdOf(Burst burst, int node) => burst.Workflow.Nodes[node].Id;
}
