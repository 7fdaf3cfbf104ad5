using Dukcapil.Engine.Activities;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Expressions;

namespace Dukcapil.Engine.Validation;

/// <summary>
/// A join that waits for branches of which one choice takes only one: both can never come. Found where one node that chooses
/// (decision, switch, task with outcomes) lies on every way to two inbound connections and leads to them by different outcomes.
/// </summary>
internal static class JoinCheck
{
    /// <summary>Connections followed at most, so that an intricate definition costs a bounded time; what is left the engine still catches at run time.</summary>
    private const int MaxWork = 20_000_000;

    public static IEnumerable<Finding> Find(CompiledWorkflow workflow)
    {
        var forward = new Dictionary<CompiledNode, ILookup<int, FlowConnection>>();
        var work = 0;
        foreach (var join in workflow.Nodes.Where(node => node.Parent?.Kind is Flowchart && WaitsForAll(node)))
        {
            if (!forward.TryGetValue(join.Parent!, out var steps))
                forward[join.Parent!] = steps = join.Parent!.Flow!.Forward.ToLookup(step => step.Source);
            foreach (var finding in Find(join, steps, ref work))
                yield return finding;
        }
    }

    private static bool WaitsForAll(CompiledNode node) => node.Kind is FlowJoin
        ? node.Inputs[0].Expression is LiteralExpression { Value: var mode } && mode is not (null or "WaitAny" or 2)
        : node.MergeMode is MergeMode.Merge or MergeMode.Converge;

    private static List<Finding> Find(CompiledNode join, ILookup<int, FlowConnection> forward, ref int work)
    {
        var graph = join.Parent!.Flow!;
        var inbound = join.MergeMode == MergeMode.Converge ? graph.Inbound(join.Index) : graph.ForwardInbound(join.Index);
        if (inbound.Length < 2)
            return [];
        foreach (var choice in join.Parent.Children.Where(Chooses))
        {
            List<string>? shared = null;
            foreach (var connection in inbound)
            {
                if (work > MaxWork)
                    return [];
                var outcomes = OutcomesTo(graph.Start, forward, choice, connection, ref work);
                shared = outcomes is null ? null : shared is null ? outcomes : [.. shared.Intersect(outcomes)];
                if (outcomes is null)
                    break;
            }
            if (shared is { Count: 0 })
            {
                return
                [
                    new(Severity.Error, join.NodeId, "gabung-tak-terpenuhi",
                        $"'{WorkflowValidator.Title(join)}' menunggu semua cabang, padahal '{WorkflowValidator.Title(choice)}' hanya memilih salah satu."),
                ];
            }
        }
        return [];
    }

    private static bool Chooses(CompiledNode node) => node.Kind is FlowDecision or HumanTask
        || (node.Kind is FlowSwitch && node.Inputs[0].Expression is null or LiteralExpression { Value: null or "MatchFirst" or 0 });

    /// <summary>Outcomes of a choice that lead to a connection; null when the connection can be reached without the choice.</summary>
    private static List<string>? OutcomesTo(int start, ILookup<int, FlowConnection> forward, CompiledNode choice, FlowConnection connection, ref int work)
    {
        if (start != choice.Index && Reaches(forward, start, choice.Index, connection, ref work))
            return null;
        var outcomes = new List<string>();
        foreach (var step in forward[choice.Index])
        {
            if ((step == connection || Reaches(forward, step.Target, choice.Index, connection, ref work)) && !outcomes.Contains(step.Outcome))
                outcomes.Add(step.Outcome);
        }
        return outcomes;
    }

    private static bool Reaches(ILookup<int, FlowConnection> forward, int from, int avoided, FlowConnection connection, ref int work)
    {
        var seen = new HashSet<int> { from };
        var queue = new Queue<int>(seen);
        while (queue.TryDequeue(out var node))
        {
            foreach (var step in forward[node])
            {
                work++;
                if (step == connection)
                    return true;
                if (step.Target != avoided && seen.Add(step.Target))
                    queue.Enqueue(step.Target);
            }
        }
        return false;
    }
}
