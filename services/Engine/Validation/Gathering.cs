using Dukcapil.Engine.Activities;
using Dukcapil.Engine.Definitions;

namespace Dukcapil.Engine.Validation;

/// <summary>A place that is passed only when every one of its branches has come; what they did is done together.</summary>
/// <param name="Branches">Branches by where they come from: node and outcome (null within a Parallel).</param>
/// <param name="Count">How many branches.</param>
/// <param name="Repeated">Nodes of each branch that may run again while the other branches already wait.</param>
internal sealed record Gathering(IReadOnlyDictionary<(int Node, string? Outcome), int> Branches, int Count, IReadOnlyList<IReadOnlyCollection<CompiledNode>> Repeated)
{
    /// <summary>Pairs of nodes looked at per definition; a node beyond counts as one that waits for nobody, which is the strict side.</summary>
    private const int MaxWork = 5_000_000;

    /// <summary>All of a definition, by place.</summary>
    public static Dictionary<int, Gathering> FindAll(CompiledWorkflow workflow)
    {
        var (found, work) = (new Dictionary<int, Gathering>(), 0);
        foreach (var node in workflow.Nodes)
        {
            if (node.Kind is Activities.Parallel && node.Children.Count > 1)
                found[node.Index + workflow.Nodes.Count] = OfParallel(workflow, node);
            if (node.Kind is not Flowchart)
                continue;
            var meeting = node.Children.Where(child => node.Flow!.ForwardInbound(child.Index).Length > 1 && !IsRace(child)).ToList();
            if (meeting.Count == 0)
                continue;
            var map = new BranchMap(node.Flow!);
            var nodes = node.Children.ToDictionary(child => child.Index);
            foreach (var child in meeting)
            {
                work += map.Order.Count * node.Flow!.ForwardInbound(child.Index).Length;
                if (work <= MaxWork && (Choices.WaitsForAll(child) || AllCome(map, node.Flow, nodes, child)))
                    found[child.Index] = OfJoin(map, node.Flow, nodes, child);
            }
        }
        return found;
    }

    private static bool IsRace(CompiledNode node) => node.Kind is FlowJoin ? !Choices.WaitsForAll(node) : node.MergeMode is MergeMode.Race or MergeMode.Cascade;

    /// <summary>
    /// A node without a merge mode waits for whatever is still on its way to it. That is every branch when they part by one outcome, and
    /// no choice within a branch leads away from it.
    /// </summary>
    private static bool AllCome(BranchMap map, FlowGraph graph, Dictionary<int, CompiledNode> nodes, CompiledNode node)
    {
        var inbound = graph.ForwardInbound(node.Index);
        var fork = map.CommonDominator(inbound.Select(connection => connection.Source));
        var parting = inbound.Select(connection => Choices.OutcomesTo(map, graph, fork, connection)).ToList();
        return (!Choices.IsUncertain(nodes[fork]) || parting.TrueForAll(parting[0].SetEquals)) && inbound.All(connection => map.Order.Where(at => at != fork && map.Reaches(fork, at) && map.Reaches(at, connection.Source))
            .All(at => !Choices.IsUncertain(nodes[at]) || Choices.OutcomesTo(map, graph, at, connection).IsSupersetOf(ControlFlow.PossibleOutcomes(nodes[at]))));
    }

    private static Gathering OfJoin(BranchMap map, FlowGraph graph, Dictionary<int, CompiledNode> nodes, CompiledNode join)
    {
        var inbound = graph.ForwardInbound(join.Index);
        var fork = map.CommonDominator(inbound.Select(connection => connection.Source));
        var branches = new Dictionary<(int, string?), int>();
        var repeated = new List<IReadOnlyCollection<CompiledNode>>();
        foreach (var connection in inbound)
        {
            branches[(connection.Source, connection.Outcome)] = repeated.Count;
            var own = map.Order.Where(at => at != fork && map.Reaches(fork, at) && map.Reaches(at, connection.Source));
            var after = Choices.Closure(own, join.Index, at => graph.Outbound(at).Select(step => step.Target));
            var before = Choices.Closure([connection.Source], join.Index, at => graph.Inbound(at).Select(step => step.Source));
            after.IntersectWith(before);
            repeated.Add([.. after.Select(at => nodes[at])]);
        }
        return new(branches, repeated.Count, repeated);
    }

    private static Gathering OfParallel(CompiledWorkflow workflow, CompiledNode parallel) => new(
        parallel.Children.Select((child, i) => (child, i)).ToDictionary(pair => (pair.child.Index, (string?)null), pair => pair.i),
        parallel.Children.Count,
        [.. parallel.Children.Select(child => (IReadOnlyCollection<CompiledNode>)[.. workflow.Nodes.Where(node => IsWithin(node, child))])]);

    private static bool IsWithin(CompiledNode? node, CompiledNode container)
    {
        for (; node is not null; node = node.Parent)
        {
            if (node == container)
                return true;
        }
        return false;
    }
}
