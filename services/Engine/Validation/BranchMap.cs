using System.Numerics;
using Dukcapil.Engine.Definitions;

namespace Dukcapil.Engine.Validation;

/// <summary>
/// The forward connections of one flowchart, which have no circle, as a map: what lies before what, and what every way to a node leads
/// through (its dominators). Numbers are those of the nodes in the workflow.
/// </summary>
internal sealed class BranchMap
{
    private readonly Dictionary<int, int> _place = [];
    private readonly List<int> _order = [];
    private readonly int[][] _up;
    private readonly int[] _depth;
    private readonly ulong[][] _before;

    public BranchMap(FlowGraph graph)
    {
        Sort(graph);
        var count = _order.Count;
        var levels = Math.Max(1, 32 - BitOperations.LeadingZeroCount((uint)count));
        _up = [.. Enumerable.Range(0, levels).Select(_ => new int[count])];
        _depth = new int[count];
        _before = new ulong[count][];
        for (var i = 0; i < count; i++)
        {
            var before = _before[i] = new ulong[(count + 63) / 64];
            before[i / 64] |= 1UL << (i % 64);
            var dominator = -1;
            foreach (var connection in graph.ForwardInbound(_order[i]))
            {
                var source = _place[connection.Source];
                dominator = dominator < 0 ? source : Meet(dominator, source);
                for (var word = 0; word < before.Length; word++)
                    before[word] |= _before[source][word];
            }
            _up[0][i] = Math.Max(dominator, 0);
            _depth[i] = dominator < 0 ? 0 : _depth[dominator] + 1;
            for (var level = 1; level < levels; level++)
                _up[level][i] = _up[level - 1][_up[level - 1][i]];
        }
    }

    /// <summary>Nodes reached by forward connections, sources before targets.</summary>
    public IReadOnlyList<int> Order => _order;

    public bool Contains(int node) => _place.ContainsKey(node);

    /// <summary>Whether a forward way leads from one node to the other, or they are the same.</summary>
    public bool Reaches(int from, int to) =>
        _place.TryGetValue(from, out var a) && _place.TryGetValue(to, out var b) && (_before[b][a / 64] & (1UL << (a % 64))) != 0;

    /// <summary>Whether every way to a node leads through the other, or they are the same.</summary>
    public bool Dominates(int dominator, int node) => Lift(_place[node], _depth[_place[dominator]]) == _place[dominator];

    /// <summary>The last node that every way to any of these leads through.</summary>
    public int CommonDominator(IEnumerable<int> nodes) => _order[nodes.Select(node => _place[node]).Aggregate(Meet)];

    /// <summary>The node before this one that every way to it leads through; the start is its own.</summary>
    public int Dominator(int node) => _order[_up[0][_place[node]]];

    private void Sort(FlowGraph graph)
    {
        if (graph.Start < 0)
            return;
        var left = graph.Forward.GroupBy(connection => connection.Target).ToDictionary(group => group.Key, group => group.Count());
        var queue = new Queue<int>([graph.Start]);
        var outbound = graph.Forward.ToLookup(connection => connection.Source);
        while (queue.TryDequeue(out var node))
        {
            _place[node] = _order.Count;
            _order.Add(node);
            foreach (var connection in outbound[node])
            {
                if (--left[connection.Target] == 0)
                    queue.Enqueue(connection.Target);
            }
        }
    }

    private int Lift(int place, int depth)
    {
        for (var level = _up.Length - 1; level >= 0; level--)
        {
            if (_depth[place] - (1 << level) >= depth)
                place = _up[level][place];
        }
        return place;
    }

    private int Meet(int a, int b)
    {
        if (_depth[a] > _depth[b])
            a = Lift(a, _depth[b]);
        else
            b = Lift(b, _depth[a]);
        for (var level = _up.Length - 1; level >= 0 && a != b; level--)
        {
            if (_up[level][a] != _up[level][b])
                (a, b) = (_up[level][a], _up[level][b]);
        }
        return a == b ? a : _up[0][a];
    }
}
