using Dukcapil.Engine.Definitions;

namespace Dukcapil.Engine.Running;

/// <summary>Which node of another version a node is.</summary>
/// <param name="Node">Node of the old version.</param>
/// <param name="Type">Its type.</param>
/// <param name="Title">What people call it.</param>
/// <param name="NewNode">Node of the new version; null when there is none.</param>
public sealed record NodeMatch(string Node, string Type, string Title, string? NewNode);

/// <summary>
/// Old node → new node: as given, else the node of the same path, else the activity of the same id. Only between nodes of one type, or between human
/// tasks, which are asked for anew then.
/// </summary>
/// <param name="from">The old version.</param>
/// <param name="to">The new version.</param>
/// <param name="given">Nodes by path or activity id, old → new.</param>
internal sealed class NodeMap(CompiledWorkflow from, CompiledWorkflow to, IReadOnlyDictionary<string, string>? given)
{
    private readonly Dictionary<string, CompiledNode?> _known = new(StringComparer.Ordinal);

    public CompiledNode? Find(string oldNodeId)
    {
        if (_known.TryGetValue(oldNodeId, out var known))
            return known;
        return _known[oldNodeId] = from.FindNode(oldNodeId) is { } old ? Find(old) : null;
    }

    /// <summary>What was given and names nothing, or nodes that cannot be each other.</summary>
    public IEnumerable<string> Mistakes()
    {
        foreach (var (name, target) in given ?? new Dictionary<string, string>())
        {
            var (old, now) = (Named(from, name), Named(to, target));
            if (old is null)
                yield return $"Langkah '{name}' tidak ada pada versi lama.";
            else if (now is null)
                yield return $"Langkah '{target}' tidak ada pada versi baru.";
            else if (!Suits(old, now))
                yield return $"Langkah '{name}' ({old.Type}) tidak dapat menjadi '{target}' ({now.Type}).";
        }
    }

    public static string TitleOf(CompiledNode node) => node.DisplayText ?? node.Name ?? node.Id;

    private CompiledNode? Find(CompiledNode old)
    {
        if (given is not null && (given.TryGetValue(old.NodeId, out var name) || given.TryGetValue(old.Id, out name)))
            return Suiting(old, Named(to, name));
        return Suiting(old, to.FindNode(old.NodeId)) ?? Suiting(old, to.FindActivity(old.Id));
    }

    private static CompiledNode? Suiting(CompiledNode old, CompiledNode? now) => now is not null && Suits(old, now) ? now : null;

    private static bool Suits(CompiledNode old, CompiledNode now) => old.Type == now.Type || (old.IsHumanTask && now.IsHumanTask);

    private static CompiledNode? Named(CompiledWorkflow workflow, string name) => workflow.FindNode(name) ?? workflow.FindActivity(name);
}
