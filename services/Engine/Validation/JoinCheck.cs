using Dukcapil.Engine.Activities;
using Dukcapil.Engine.Definitions;

namespace Dukcapil.Engine.Validation;

/// <summary>
/// Joins that wait for all their branches. Error: one choice leads to two of them by different outcomes and takes only one, so both can
/// never come. Warning: a choice has an outcome by which one branch comes and another does not, and nothing leads back.
/// </summary>
internal static class JoinCheck
{
    /// <summary>Nodes and branches looked at per flowchart; what is beyond is said to be unproven, never passed over in silence.</summary>
    private const int MaxWork = 2_000_000;

    public static IEnumerable<Finding> Find(CompiledWorkflow workflow) => workflow.Nodes.Where(node => node.Kind is Flowchart).SelectMany(FindIn);

    private static IEnumerable<Finding> FindIn(CompiledNode flowchart)
    {
        var graph = flowchart.Flow!;
        var joins = flowchart.Children.Where(node => Choices.WaitsForAll(node) && graph.ForwardInbound(node.Index).Length > 1).ToList();
        var loops = flowchart.Children.Where(node => node.MergeMode is MergeMode.Converge).ToList();
        if (joins.Count == 0 && loops.Count == 0)
            yield break;
        var map = new BranchMap(graph);
        foreach (var node in loops.Where(node => graph.Inbound(node.Index).Any(back => map.Contains(back.Source) && map.Dominates(node.Index, back.Source))))
            yield return new(Severity.Error, node.NodeId, "gabung-tak-terpenuhi", $"'{WorkflowValidator.Title(node)}' menunggu cabang yang hanya dapat datang setelah langkah itu sendiri.");
        var (nodes, work) = (flowchart.Children.ToDictionary(node => node.Index), 0);
        foreach (var join in joins)
        {
            var inbound = graph.ForwardInbound(join.Index);
            foreach (var choice in ChoicesBefore(map, inbound, nodes))
            {
                work += inbound.Length;
                var finding = Judge(map, graph, join, choice, inbound, ref work);
                if (work > MaxWork)
                {
                    yield return new(Severity.Error, flowchart.NodeId, "terlalu-rumit", "Terlalu banyak pilihan dan penggabungan dalam satu alur untuk dapat diperiksa; pecah menjadi sub-alur.");
                    yield break;
                }
                if (finding is not null)
                    yield return finding;
            }
        }
    }

    /// <summary>Choices on every way to a branch, back to where all branches part: before that they decide for all branches alike.</summary>
    private static IEnumerable<CompiledNode> ChoicesBefore(BranchMap map, FlowConnection[] inbound, Dictionary<int, CompiledNode> nodes)
    {
        var fork = map.CommonDominator(inbound.Select(connection => connection.Source));
        var seen = new HashSet<int>();
        foreach (var connection in inbound)
        {
            for (var at = connection.Source; seen.Add(at) && at != fork; at = map.Dominator(at))
            {
            }
        }
        return seen.Append(fork).Distinct().Order().Select(index => nodes[index]).Where(Choices.TakesOne);
    }

    private static Finding? Judge(BranchMap map, FlowGraph graph, CompiledNode join, CompiledNode choice, FlowConnection[] inbound, ref int work)
    {
        var branches = inbound.Select(connection => map.Dominates(choice.Index, connection.Source) ? Choices.OutcomesTo(map, graph, choice.Index, connection) : null).ToList();
        var bound = branches.OfType<HashSet<string>>().ToList();
        var shared = bound.Aggregate((IEnumerable<string>?)null, (all, outcomes) => all?.Intersect(outcomes) ?? outcomes);
        if (bound.Count > 1 && !shared!.Any())
        {
            // Where the choice can be made again before the join, the other branch may come then.
            return After(graph, join, choice, null, ref work).Contains(choice.Index) ? null : new(
                Severity.Error, join.NodeId, "gabung-tak-terpenuhi",
                $"'{WorkflowValidator.Title(join)}' menunggu semua cabang, padahal '{WorkflowValidator.Title(choice)}' hanya memilih salah satu.");
        }
        foreach (var outcome in ControlFlow.PossibleOutcomes(choice))
        {
            var isMissing = bound.Exists(outcomes => !outcomes.Contains(outcome));
            var isComing = branches.Exists(outcomes => outcomes is null || outcomes.Contains(outcome));
            if (!isMissing || !isComing)
                continue;
            var after = After(graph, join, choice, outcome, ref work);
            // Nothing is lost when the choice is made again, or when all that waits ends with the flow.
            if (!after.Contains(choice.Index) && !choice.Parent!.Children.Exists(node => node.Kind.IsTerminal && after.Contains(node.Index)))
            {
                return new(Severity.Warning, join.NodeId, "gabung-mungkin-menunggu",
                    $"'{WorkflowValidator.Title(join)}' menunggu semua cabang; bila '{WorkflowValidator.Title(choice)}' berakhir '{Brief.Of(outcome)}', salah satunya tidak datang.");
            }
        }
        return null;
    }

    /// <summary>Nodes that can be reached from a choice by an outcome, or by any, without passing the join.</summary>
    private static HashSet<int> After(FlowGraph graph, CompiledNode join, CompiledNode choice, string? outcome, ref int work)
    {
        var after = Choices.Closure(
            graph.Outbound(choice.Index).Where(step => outcome is null || step.Outcome == outcome).Select(step => step.Target),
            join.Index, node => graph.Outbound(node).Select(step => step.Target));
        work += after.Count;
        return after;
    }
}
