using Dukcapil.Engine.Activities;
using Dukcapil.Engine.Definitions;

namespace Dukcapil.Engine.Validation;

/// <summary>How nodes part and bring together the ways of a flowchart.</summary>
internal static class Choices
{
    /// <summary>It ends with one of several outcomes, never with two.</summary>
    public static bool TakesOne(CompiledNode node) => node.Kind is FlowDecision || (node.Kind is HumanTask && node.OfferedOutcomes.Count > 1)
        || (node.Kind is FlowSwitch && node.ConstantInputs is [null or "MatchFirst", ..]);

    /// <summary>What it ends with depends on the run.</summary>
    public static bool IsUncertain(CompiledNode node) => node.Kind is FlowSwitch or RunJavaScript || TakesOne(node);

    /// <summary>It runs only when a token has come on each of its forward connections. A join whose mode an expression decides may not.</summary>
    public static bool WaitsForAll(CompiledNode node) => node.Kind is FlowJoin
        ? node.ConstantInputs is [not "WaitAny", ..]
        : node.MergeMode is MergeMode.Merge or MergeMode.Converge;

    /// <summary>Outcomes of a node by which a forward way leads to a connection.</summary>
    public static HashSet<string> OutcomesTo(BranchMap map, FlowGraph graph, int node, FlowConnection connection) =>
        node == connection.Source
            ? [connection.Outcome]
            : [.. graph.ForwardOutbound(node).Where(step => map.Reaches(step.Target, connection.Source)).Select(step => step.Outcome)];

    /// <summary>Nodes that can be reached over any connections from these, without passing through one.</summary>
    public static HashSet<int> Closure(IEnumerable<int> from, int avoided, Func<int, IEnumerable<int>> next)
    {
        var seen = new HashSet<int>(from.Where(node => node != avoided));
        var queue = new Queue<int>(seen);
        while (queue.TryDequeue(out var node))
        {
            foreach (var target in next(node))
            {
                if (target != avoided && seen.Add(target))
                    queue.Enqueue(target);
            }
        }
        return seen;
    }
}
