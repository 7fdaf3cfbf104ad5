using Dukcapil.Engine.Definitions;

namespace Dukcapil.Engine.Validation;

/// <summary>Facts that hold on the way through a definition, as bits; more facts never forbid more.</summary>
/// <param name="Leave">Facts after a node was left by an outcome.</param>
/// <param name="Lapse">Facts that a node may undo.</param>
/// <param name="IsForbidden">Whether a node must not be entered with these facts only.</param>
internal sealed record FactRules(Func<ulong, CompiledNode, string?, ulong> Leave, Func<CompiledNode, ulong> Lapse, Func<ulong, CompiledNode, bool> IsForbidden);

/// <summary>A way through a definition that ends where it must not.</summary>
/// <param name="Node">Where it ends.</param>
/// <param name="Text">The way, for a person of the office; null when the definition is too intricate to be proven right.</param>
internal sealed record ForbiddenWay(CompiledNode Node, string? Text);

/// <summary>
/// Follows every way through a definition with the facts gathered on it. At each place only the poorest sets of facts are kept: what is
/// allowed with few is allowed with more. Where branches come together, their facts do.
/// </summary>
internal sealed class FactSearch(ControlFlow flow, Dictionary<int, Gathering> gatherings, FactRules rules)
{
    private const int MaxStates = 50_000;

    /// <summary>Combinations of what the branches of one join may bring; beyond, they are taken to bring nothing.</summary>
    private const int MaxSums = 4_096;

    private readonly List<(int Place, ulong Facts, int From)> _states = [];
    private readonly Dictionary<int, List<ulong>> _poorest = [];
    private readonly Dictionary<(int Place, int Branch), List<ulong>> _arrived = [];
    private readonly Queue<int> _queue = [];

    /// <summary>The shortest forbidden way to each node.</summary>
    public IEnumerable<ForbiddenWay> Find()
    {
        var found = new HashSet<int>();
        Reach(0, 0, -1);
        while (_queue.TryDequeue(out var index))
        {
            var (place, facts, _) = _states[index];
            var node = flow.NodeAt(place);
            if (!flow.IsEnd(place) && rules.IsForbidden(facts, node) && found.Add(node.Index))
                yield return new(node, Describe(index));
            if (_states.Count > MaxStates)
            {
                yield return new(node, null);
                yield break;
            }
            foreach (var step in flow.StepsFrom(place))
                Go(index, node, step, flow.IsEnd(place) ? facts : rules.Leave(facts, node, step.Outcome));
        }
    }

    private void Go(int from, CompiledNode node, FlowStep step, ulong facts)
    {
        if (gatherings.GetValueOrDefault(step.Target) is not { } gathering || !gathering.Branches.TryGetValue((node.Index, step.Outcome), out var branch))
        {
            Reach(step.Target, facts, from);
            return;
        }
        if (!Keep(_arrived, (step.Target, branch), facts))
            return;
        foreach (var together in Together(step.Target, gathering, branch, facts))
            Reach(step.Target, together, from);
    }

    /// <summary>
    /// What holds once all branches have come, this one with these facts; nothing while one has not. A fact holds when a branch brings
    /// it, and every branch that may have undone it meanwhile brings it too: its own way goes on after what it undid.
    /// </summary>
    private IEnumerable<ulong> Together(int place, Gathering gathering, int branch, ulong facts)
    {
        List<(ulong Brought, ulong Safe)> sums = [(0, ulong.MaxValue)];
        for (var i = 0; i < gathering.Count; i++)
        {
            if (i != branch && !_arrived.ContainsKey((place, i)))
                return [];
            var sets = i == branch ? [facts] : _arrived[(place, i)];
            if (sums.Count * sets.Count > MaxSums)
                return [0UL];
            var lasting = ~gathering.Repeated[i].Aggregate(0UL, (all, node) => all | rules.Lapse(node));
            sums = [.. sums.SelectMany(sum => sets.Select(set => (sum.Brought | set, sum.Safe & (set | lasting))))];
        }
        return sums.Select(sum => sum.Brought & sum.Safe);
    }

    private void Reach(int place, ulong facts, int from)
    {
        if (!Keep(_poorest, place, facts))
            return;
        _queue.Enqueue(_states.Count);
        _states.Add((place, facts, from));
    }

    private static bool Keep<TKey>(Dictionary<TKey, List<ulong>> sets, TKey key, ulong facts)
        where TKey : notnull =>
        Keep(sets.TryGetValue(key, out var known) ? known : sets[key] = [], facts);

    /// <summary>Adds a set unless a poorer one is known; richer ones are dropped.</summary>
    private static bool Keep(List<ulong> known, ulong facts)
    {
        if (known.Exists(set => (set & facts) == set))
            return false;
        known.RemoveAll(set => (set & facts) == facts);
        known.Add(facts);
        return true;
    }

    private string Describe(int index)
    {
        var titles = new List<string>();
        for (; index >= 0; index = _states[index].From)
        {
            var place = _states[index].Place;
            if (place > 0 && !flow.IsEnd(place) && !flow.NodeAt(place).Kind.IsContainer)
                titles.Add(WorkflowValidator.Title(flow.NodeAt(place)));
        }
        titles.Reverse();
        return string.Join(" → ", titles);
    }
}
