using System.Text.Json;
using Dukcapil.Engine.Activities;
using Dukcapil.Engine.Definitions;

namespace Dukcapil.Engine.Validation;

/// <summary>A step from one place of a definition to the next, by an outcome where there is one.</summary>
/// <param name="Outcome">The outcome, null when the step is no choice.</param>
/// <param name="Target">Place reached.</param>
internal readonly record struct FlowStep(string? Outcome, int Target);

/// <summary>
/// The ways through a whole definition, over all nested containers. Places are the nodes (being entered) and, numbered after them,
/// their ends; the end of node 0 is the end of the workflow.
/// </summary>
internal sealed class ControlFlow
{
    private readonly IReadOnlyList<CompiledNode> _nodes;
    private readonly List<FlowStep>[] _steps;

    public ControlFlow(CompiledWorkflow workflow)
    {
        _nodes = workflow.Nodes;
        _steps = new List<FlowStep>[_nodes.Count * 2];
        for (var i = 0; i < _steps.Length; i++)
            _steps[i] = [];
        foreach (var node in _nodes)
            Connect(node);
        Reachable = Search([0], place => _steps[place]);
        WayOut = FindWayOut();
    }

    public int Count => _steps.Length;

    /// <summary>Places reachable from the start.</summary>
    public bool[] Reachable { get; }

    /// <summary>Places from which the end of the workflow can be reached.</summary>
    public bool[] WayOut { get; }

    public CompiledNode NodeAt(int place) => _nodes[place % _nodes.Count];

    public bool IsEnd(int place) => place >= _nodes.Count;

    public IReadOnlyList<FlowStep> StepsFrom(int place) => _steps[place];

    /// <summary>Every outcome an activity has, null when only a run can tell (containers, unknown types, computed lists).</summary>
    public static IReadOnlyList<string>? KnownOutcomes(CompiledNode node) => node.Kind switch
    {
        HumanTask or FlowDecision => node.Kind.Outcomes!,
        FlowSwitch => [.. node.Cases.Select(item => item.Label), "Default"],
        FlowFork => node.ConstantInputs is null ? null : ListInput(node, 0) ?? ["Done"],
        RunJavaScript => ListInput(node, 1) is { Count: > 0 } outcomes ? outcomes : null,
        UnknownActivity => null,
        _ => node.Kind.IsContainer ? null : ["Done"],
    };

    /// <summary>Outcomes an activity can end with, as far as the definition tells: of a task only those that are offered.</summary>
    public static IReadOnlyList<string> PossibleOutcomes(CompiledNode node) =>
        node.Kind is HumanTask ? node.OfferedOutcomes : KnownOutcomes(node) ?? [.. node.ConnectedOutcomes.Append("Done").Distinct()];

    private static List<string>? ListInput(CompiledNode node, int index) =>
        node.ConstantInputs?[index] is JsonElement { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(item => item.ToString())] : null;

    private int EndOf(CompiledNode node) => node.Index + _nodes.Count;

    private void Connect(CompiledNode node)
    {
        switch (node.Kind)
        {
            case WorkflowRoot or Activities.Parallel:
                Enter(node, node.Children);
                break;
            case Sequence:
                Enter(node, node.Children.Take(1));
                break;
            case Flowchart:
                Enter(node, node.Children.Where(child => child.Index == node.Flow!.Start || child.CanStartWorkflow));
                break;
            case Activities.If or Switch or Loop or ParallelForEach:
                foreach (var child in node.Children)
                    Add(node.Index, null, child.Index);
                Add(node.Index, null, EndOf(node));
                break;
            case Finish or Complete:
                Add(node.Index, null, _nodes.Count);
                break;
            default:
                Leave(node, node.Index);
                break;
        }
        if (node.Children.Count > 0 || node.Kind.IsContainer || node.Kind.Ports.Count > 0)
            Leave(node, EndOf(node));
    }

    private void Enter(CompiledNode node, IEnumerable<CompiledNode> children)
    {
        foreach (var child in children)
            Add(node.Index, null, child.Index);
        if (_steps[node.Index].Count == 0)
            Add(node.Index, null, EndOf(node));
    }

    /// <summary>What follows once a node has completed depends on what it stands in.</summary>
    private void Leave(CompiledNode node, int place)
    {
        if (node.Parent is not { } parent)
            return;
        if (parent.Kind is Flowchart && !node.Kind.IsTerminal)
        {
            var known = KnownOutcomes(node);
            foreach (var connection in parent.Flow!.Outbound(node.Index))
            {
                if (known is null || known.Contains(connection.Outcome))
                    Add(place, connection.Outcome, connection.Target);
            }
            if (PossibleOutcomes(node).Any(outcome => !node.ConnectedOutcomes.Contains(outcome)))
                Add(place, null, EndOf(parent));
            return;
        }
        if (parent.Kind is Sequence && !node.Kind.IsTerminal && parent.Children.IndexOf(node) + 1 is var next && next < parent.Children.Count)
            Add(place, null, parent.Children[next].Index);
        else
            Add(place, null, EndOf(parent));
        if (parent.Kind is Loop)
            Add(place, null, node.Index);
    }

    private void Add(int from, string? outcome, int to) => _steps[from].Add(new(outcome, to));

    private bool[] FindWayOut()
    {
        var back = new List<FlowStep>[_steps.Length];
        for (var i = 0; i < back.Length; i++)
            back[i] = [];
        for (var i = 0; i < _steps.Length; i++)
        {
            foreach (var step in _steps[i])
                back[step.Target].Add(new(null, i));
        }
        return Search([_nodes.Count], place => back[place]);
    }

    private bool[] Search(IEnumerable<int> start, Func<int, List<FlowStep>> steps)
    {
        var seen = new bool[_steps.Length];
        var queue = new Queue<int>();
        foreach (var place in start)
        {
            seen[place] = true;
            queue.Enqueue(place);
        }
        while (queue.TryDequeue(out var place))
        {
            foreach (var step in steps(place))
            {
                if (seen[step.Target])
                    continue;
                seen[step.Target] = true;
                queue.Enqueue(step.Target);
            }
        }
        return seen;
    }
}
