using Dukcapil.Engine.Definitions;

namespace Dukcapil.Engine.Validation;

/// <summary>A way through a definition that ends where it must not.</summary>
/// <param name="Node">Where it ends.</param>
/// <param name="Text">The way, for a person of the office.</param>
internal sealed record ForbiddenPath(CompiledNode Node, string Text);

/// <summary>Searches the shortest ways, remembering one number on the way.</summary>
internal static class PathSearch
{
    /// <summary>Beyond this a definition is too intricate to be proven right, and is refused.</summary>
    private const int MaxStates = 200_000;

    /// <param name="flow">Ways through the definition.</param>
    /// <param name="memory">What is remembered at the start.</param>
    /// <param name="leave">What is remembered after a node was left by an outcome.</param>
    /// <param name="isForbidden">Whether a node must not be entered with what is remembered.</param>
    /// <returns>The shortest forbidden way to each node.</returns>
    public static IEnumerable<ForbiddenPath> Find(
        ControlFlow flow, int memory, Func<int, CompiledNode, string?, int> leave, Func<int, CompiledNode, bool> isForbidden)
    {
        var cameFrom = new Dictionary<(int Place, int Memory), (int Place, int Memory)>();
        var queue = new Queue<(int Place, int Memory)>([(0, memory)]);
        var found = new HashSet<int>();
        cameFrom[(0, memory)] = (-1, 0);
        while (queue.TryDequeue(out var at))
        {
            var node = flow.NodeAt(at.Place);
            if (!flow.IsEnd(at.Place) && isForbidden(at.Memory, node) && found.Add(node.Index))
                yield return new(node, Describe(flow, cameFrom, at));
            if (cameFrom.Count > MaxStates)
            {
                yield return new(node, "alur terlalu rumit untuk diperiksa");
                yield break;
            }
            foreach (var step in flow.StepsFrom(at.Place))
            {
                var next = (step.Target, flow.IsEnd(at.Place) ? at.Memory : leave(at.Memory, node, step.Outcome));
                if (cameFrom.TryAdd(next, at))
                    queue.Enqueue(next);
            }
        }
    }

    private static string Describe(ControlFlow flow, Dictionary<(int Place, int Memory), (int Place, int Memory)> cameFrom, (int Place, int Memory) at)
    {
        var titles = new List<string>();
        for (; at.Place > 0; at = cameFrom[at])
        {
            if (!flow.IsEnd(at.Place) && !flow.NodeAt(at.Place).Kind.IsContainer)
                titles.Add(WorkflowValidator.Title(flow.NodeAt(at.Place)));
        }
        titles.Reverse();
        return string.Join(" → ", titles);
    }
}
