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
    private readonly Lazy<Dictionary<int, FlowConnection[]>> _forwardOutbound;
    private readonly ConcurrentDictionary<int, HashSet<int>> _ancestors = new();

    public FlowGraph(IReadOnlyList<FlowConnection> connections, int start)
    {
        Start = start;
        Connections = [.. connections.Distinct()];
        _outbound = Group(Connections, connection => connection.Source);
        _inbound = Group(Connections, connection => connection.Target);
        Forward = start < 0 ? [] : FindForward(start);
        _forwardInbound = Group(Forward, connection => connection.Target);
        _forwardOutbound = new(() => Group(Forward, connection => connection.Source));
    }

    public int Start { get; }

    public FlowConnection[] Connections { get; }

    public FlowConnection[] Forward { get; }

    public FlowConnection[] Outbound(int node) => _outbound.GetValueOrDefault(node, []);

    public FlowConnection[] Inbound(int node) => _inbound.GetValueOrDefault(node, []);

    public FlowConnection[] ForwardInbound(int node) => _forwardInbound.GetValueOrDefault(node, []);

    public FlowConnection[] ForwardOutbound(int node) => _forwardOutbound.Value.GetValueOrDefault(node, []);

    public bool IsAncestor(int ancestor, int node) => _ancestors.GetOrAdd(node, FindAncestors).Contains(ancestor);

    private static Dictionary<int, FlowConnection[]> Group(FlowConnection[] connections, Func<FlowConnection, int> key) =>
        connections.GroupBy(key).ToDictionary(group => group.Key, group => group.ToArray());

    private FlowConnection[] FindForward(int start)
    {
        var accepted = new AcceptedEdges();
        var visited = new HashSet<int>();
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var source))
        {
            // A node met on two ways is queued twice; its edges are accepted once.
            if (!visited.Add(source))
                continue;
            foreach (var connection in Outbound(source))
            {
                if (accepted.TryAdd(source, connection.Target))
                    queue.Enqueue(connection.Target);
            }
        }
        return [.. accepted.Edges.SelectMany(edge => Outbound(edge.Source).Where(connection => connection.Target == edge.Target)).Distinct()];
    }

    /// <summary>Edges that close no circle with those accepted before. In arrays: a large flow asks ten thousands of times.</summary>
    private sealed class AcceptedEdges
    {
        private readonly Dictionary<int, int> _numbers = [];
        private readonly List<List<int>> _targets = [];
        private readonly List<int> _seenAt = [];
        private readonly HashSet<(int, int)> _known = [];
        private readonly Stack<int> _stack = new();
        private int _search;

        public List<(int Source, int Target)> Edges { get; } = [];

        public bool TryAdd(int source, int target)
        {
            var (from, to) = (Number(source), Number(target));
            if (_known.Contains((from, to)) || Reaches(to, from))
                return false;
            _known.Add((from, to));
            _targets[from].Add(to);
            Edges.Add((source, target));
            return true;
        }

        private int Number(int node)
        {
            if (_numbers.TryGetValue(node, out var number))
                return number;
            _targets.Add([]);
            _seenAt.Add(0);
            return _numbers[node] = _targets.Count - 1;
        }

        private bool Reaches(int from, int to)
        {
            _search++;
            _stack.Clear();
            _stack.Push(from);
            while (_stack.TryPop(out var node))
            {
                if (node == to)
                    return true;
                if (_seenAt[node] == _search)
                    continue;
                _seenAt[node] = _search;
                foreach (var target in _targets[node])
                    _stack.Push(target);
            }
            return false;
        }
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
