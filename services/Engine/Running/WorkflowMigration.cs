using System.Text.Json;
using Dukcapil.Engine.Activities;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Running;

/// <summary>What moving one running instance to another version would do.</summary>
/// <param name="Obstacles">Why it cannot be moved, for a person of the office; empty when it can.</param>
/// <param name="ReissuedTasks">Open tasks that are closed and asked for anew, as their type, role or outcomes change.</param>
/// <param name="NewVariables">Variables the instance gets with their defaults.</param>
/// <param name="LostVariables">Variables the new version no longer has.</param>
public sealed record MigrationPlan(
    IReadOnlyList<string> Obstacles,
    IReadOnlyList<string> ReissuedTasks,
    IReadOnlyList<string> NewVariables,
    IReadOnlyList<string> LostVariables);

/// <summary>Moves running instances to another version of their definition: plan, show, apply.</summary>
public static class WorkflowMigration
{
    /// <summary>Which node of the new version every node of the old one becomes.</summary>
    /// <param name="from">The old version.</param>
    /// <param name="to">The new version.</param>
    /// <param name="nodes">Nodes by path or activity id, old → new, where they are not the same.</param>
    /// <param name="mistakes">What is wrong with <paramref name="nodes"/>, for a person of the office.</param>
    public static IReadOnlyList<NodeMatch> Match(
        CompiledWorkflow from, CompiledWorkflow to, IReadOnlyDictionary<string, string>? nodes, out IReadOnlyList<string> mistakes)
    {
        var map = new NodeMap(from, to, nodes);
        mistakes = [.. map.Mistakes()];
        return [.. from.Nodes.Select(node => new NodeMatch(node.NodeId, node.Type, NodeMap.TitleOf(node), map.Find(node.NodeId)?.NodeId))];
    }

    /// <summary>What moving would do; changes nothing.</summary>
    /// <param name="from">The version the instance runs.</param>
    /// <param name="to">The version it should run.</param>
    /// <param name="state">The instance.</param>
    /// <param name="nodes">Nodes by path or activity id, old → new, where they are not the same.</param>
    public static MigrationPlan Plan(CompiledWorkflow from, CompiledWorkflow to, InstanceState state, IReadOnlyDictionary<string, string>? nodes = null) =>
        Plan(from, to, state, new NodeMap(from, to, nodes));

    /// <summary>Moves the instance.</summary>
    /// <param name="from">The version the instance runs.</param>
    /// <param name="to">The version it runs from now on.</param>
    /// <param name="state">The instance; it is not changed.</param>
    /// <param name="world">Time and ids of this burst.</param>
    /// <param name="nodes">Nodes by path or activity id, old → new, where they are not the same.</param>
    /// <param name="note">What the journal says of it, such as who asked.</param>
    /// <returns>The result; <see cref="BurstOutcome.OtherDefinition"/> when the plan has obstacles.</returns>
    public static BurstResult Apply(
        CompiledWorkflow from, CompiledWorkflow to, InstanceState state, BurstContext world, IReadOnlyDictionary<string, string>? nodes = null, string? note = null)
    {
        var map = new NodeMap(from, to, nodes);
        var plan = Plan(from, to, state, map);
        if (plan.Obstacles.Count > 0)
            return new() { Outcome = BurstOutcome.OtherDefinition, State = state };
        var moved = state.Clone(to.Version);
        MigratedState.Move(moved, from, map);
        moved.SubStatus = WorkflowSubStatus.Executing;
        var burst = new Burst(to, moved, world);
        burst.Record(moved.ContextList.Find(context => context.Node.Index == 0)!, "Migrated", note);
        foreach (var context in moved.ContextList.Where(context => context.Node.Index > 0))
        {
            if (state.ContextList.Find(other => other.Id == context.Id)!.NodeId != context.NodeId)
                burst.Record(context, "Migrated");
        }
        foreach (var bookmark in state.BookmarkList.Where(bookmark => plan.ReissuedTasks.Contains(bookmark.TaskId)))
            burst.EnqueueReissue(moved.ContextList.Find(context => context.Id == bookmark.ActivityInstanceId)!);
        burst.Run();
        return burst.Finish(state);
    }

    private static MigrationPlan Plan(CompiledWorkflow from, CompiledWorkflow to, InstanceState state, NodeMap map)
    {
        var obstacles = new List<string>(map.Mistakes());
        if (state.Status == WorkflowStatus.Finished)
            obstacles.Add("Instans sudah selesai.");
        if (from.DefinitionId != to.DefinitionId || state.DefinitionId != from.DefinitionId || state.DefinitionVersion != from.Version)
            obstacles.Add("Instans tidak menjalankan definisi yang akan diganti.");
        foreach (var context in state.ContextList)
            obstacles.AddRange(Obstacles(from, map, context));
        foreach (var shared in state.ContextList.Select(context => context.NodeId).Distinct().GroupBy(map.Find).Where(group => group.Key is not null && group.Count() > 1))
            obstacles.Add($"Beberapa langkah yang sedang berjalan menjadi satu langkah '{NodeMap.TitleOf(shared.Key!)}'.");
        var before = from.Variables.Select(variable => variable.Name).ToList();
        var after = to.Variables.Select(variable => variable.Name).ToList();
        return new(
            [.. obstacles.Distinct()],
            [.. state.BookmarkList.Where(bookmark => bookmark.TaskId is not null && Changes(from, map, bookmark.NodeId)).Select(bookmark => bookmark.TaskId!)],
            [.. after.Except(before)], [.. before.Except(after)]);
    }

    private static IEnumerable<string> Obstacles(CompiledWorkflow from, NodeMap map, ActivityContext context)
    {
        var old = from.FindNode(context.NodeId);
        var title = old is null ? context.NodeId : NodeMap.TitleOf(old);
        if (old is null || map.Find(context.NodeId) is not { } now)
        {
            yield return $"Langkah '{title}' yang sedang berjalan tidak ada pada versi baru.";
            yield break;
        }
        if (context.Parent is { } parent && map.Find(parent.NodeId) is { } container && now.Parent != container)
            yield return $"Langkah '{title}' yang sedang berjalan berada di dalam langkah lain pada versi baru.";
        foreach (var token in context.Tokens ?? [])
        {
            if (!token.Consumed && (MigratedState.ChildOf(old, now, map, token.To) is null || MigratedState.ChildOf(old, now, map, token.From) is null))
                yield return $"Jalur dari '{token.From}' ke '{token.To}' yang sedang dilalui tidak ada pada versi baru.";
        }
        if (now.Kind is Sequence && context.Position is { } position
            && !old.Children.Take(position).Select(child => map.Find(child.NodeId)).SequenceEqual(now.Children.Take(position)))
            yield return $"Urutan langkah dalam '{title}' yang sudah dilalui berubah.";
    }

    private static bool Changes(CompiledWorkflow from, NodeMap map, string nodeId)
    {
        var (old, now) = (from.FindNode(nodeId), map.Find(nodeId));
        return old is not null && now is not null
            && (old.Type != now.Type || !old.OfferedOutcomes.SequenceEqual(now.OfferedOutcomes) || !SameJson(old.Json.Get("pelaksana"), now.Json.Get("pelaksana")));
    }

    private static bool SameJson(JsonElement one, JsonElement other) =>
        one.ValueKind == other.ValueKind && (one.ValueKind == JsonValueKind.Undefined || JsonElement.DeepEquals(one, other));
}
