using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Running;

/// <summary>Gives a state the nodes of another version, where the plan has no obstacle.</summary>
internal static class MigratedState
{
    public static void Move(InstanceState state, CompiledWorkflow from, NodeMap map)
    {
        foreach (var context in state.ContextList)
            Move(context, from.FindNode(context.NodeId)!, map.Find(context.NodeId)!, map);
        var pending = state.Pending.Select(entry => (entry.Owner, Child: map.Find(entry.ChildNodeId))).ToList();
        state.Pending.Clear();
        state.Pending.AddRange(pending.Where(entry => entry.Child is not null).Select(entry => new PendingCompletion(entry.Owner, entry.Child!.NodeId)));
        for (var i = 0; i < state.BookmarkList.Count; i++)
        {
            if (map.Find(state.BookmarkList[i].NodeId) is { } node)
                state.BookmarkList[i] = state.BookmarkList[i] with { ActivityId = node.Id, NodeId = node.NodeId };
        }
        for (var i = 0; i < state.IncidentList.Count; i++)
        {
            if (map.Find(state.IncidentList[i].NodeId) is { } node)
                state.IncidentList[i] = state.IncidentList[i] with { ActivityId = node.Id, NodeId = node.NodeId, ActivityType = node.Type };
        }
    }

    /// <summary>The child of the new container that a child of the old one has become.</summary>
    public static CompiledNode? ChildOf(CompiledNode old, CompiledNode now, NodeMap map, string oldId) =>
        old.Children.Find(child => child.Id == oldId) is { } child && map.Find(child.NodeId) is { } moved && moved.Parent == now ? moved : null;

    /// <summary>Variables keep their values by id; what the new version converts otherwise is converted.</summary>
    private static void Move(ActivityContext context, CompiledNode old, CompiledNode now, NodeMap map)
    {
        context.Node = now;
        context.NodeId = now.NodeId;
        context.WasResumed = true;
        if (context.Tokens is { } tokens)
        {
            context.Tokens =
            [
                .. tokens.Select(token => (Token: token, From: ChildOf(old, now, map, token.From), To: ChildOf(old, now, map, token.To)))
                    .Where(moved => moved is { From: not null, To: not null })
                    .Select(moved => moved.Token with { From = moved.From!.Id, To = moved.To!.Id }),
            ];
        }
        if (context.Awaited is { } awaited)
            context.Awaited = awaited.ConvertAll(id => ChildOf(old, now, map, id)?.Id ?? id);
        if (context.Outputs is { } outputs)
            context.Outputs = [.. now.OutputNames.Select((_, index) => index < outputs.Length ? outputs[index] : null)];
        if (!now.Kind.IsContainer)
            return;
        var values = context.Values ?? [];
        context.Values =
        [
            .. now.Variables.Select(variable => Array.FindIndex(old.Variables, other => other.Id == variable.Id) is >= 0 and var index && index < values.Length
                ? Expressions.Coercion.Convert(values[index], variable.Shape)
                : variable.Default),
        ];
    }
}
