using System.Collections.Concurrent;

namespace Dukcapil.Engine.Definitions;

/// <summary>
/// The connections of one flowchart, resolved once. Forward connections are those met breadth-first from the start that close
/// no cycle; joins wait for forward connections only, so that a loop back never blocks them.
/// </summary>
internal sealed class FlowGraph
{
    private readonly Dictionary<int, FlowConnection[]> _outbound;
    private readonly Dictionary<int, FlowConnection[]> _inbound;
    private readonly Dictionary<int, FlowConnection[]> _forwardInbound;
    private readonly ConcurrentDictionary<int, HashSet<int>> _ancestors = new();

    public FlowGraph(IReadOnlyList<FlowConnection> connections, int start)
    {
        Start = start;
        Connections = [.. connections.Distinct()];
        _outbound = Group(Connections, connection => connection.Source);
        _inbound = Group(Connections, connection => connection.Target);
        Forward = start < 0 ? [] : FindForward(start);
        _forwardInbound = Group(Forward, connection => connection.Target);
    }

    public int Start { get; }

    public FlowConnection[] Connections { get; }

    public FlowConnection[] Forward { get; }

    public FlowConnection[] Outbound(int node) => _outbound.GetValueOrDefault(node, []);

    public FlowConnection[] Inbound(int node) => _inbound.GetValueOrDefault(node, []);

    public FlowConnection[] ForwardInbound(int node) => _forwardInbound.GetValueOrDefault(node, []);

    public bool IsAncestor(int ancestor, int node) => _ancestors.GetOrAdd(node, FindAncestors).Contains(ancestor);

    private static Dictionary<int, FlowConnection[]> Group(FlowConnection[] connections, Func<FlowConnection, int> key) =>
        connections.GroupBy(key).ToDictionary(group => group.Key, group => group.ToArray());

    private FlowConnection[] FindForward(int start)
    {
        var accepted = new List<(int Source, int Target)>();
        var seen = new HashSet<(int, int)>();
        var targets = new Dictionary<int, List<int>>();
        var visited = new HashSet<int>();
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var source))
        {
            // A node met on two ways is queued twice; its edges are accepted once.
            if (!visited.Add(source))
                continue;
            foreach (var connection in Outbound(source))
            {
                var edge = (source, connection.Target);
                if (seen.Contains(edge) || Reaches(targets, connection.Target, source))
                    continue;
                seen.Add(edge);
                accepted.Add(edge);
                (targets.TryGetValue(source, out var list) ? list : targets[source] = []).Add(connection.Target);
                queue.Enqueue(connection.Target);
            }
        }
        return [.. accepted.SelectMany(edge => Outbound(edge.Source).Where(connection => connection.Target == edge.Target)).Distinct()];
    }

    private static bool Reaches(Dictionary<int, List<int>> targets, int from, int to)
    {
        var visited = new HashSet<int>();
        var stack = new Stack<int>([from]);
        while (stack.TryPop(out var node))
        {
            if (node == to)
                return true;
            if (!visited.Add(node) || !targets.TryGetValue(node, out var next))
                continue;
            foreach (var target in next)
                stack.Push(target);
        }
        return false;
    }

    private HashSet<int> FindAncestors(int node)
    {
        var found = new HashSet<int>();
        var queue = new Queue<int>([node]);
        while (queue.TryDequeue(out var current))
        {
            foreach (var connection in ForwardInbound(current))
            {
                if (found.Add(connection.Source))
                    queue.Enqueue(connection.Source);
            }
        }
        return found;
    }
}
