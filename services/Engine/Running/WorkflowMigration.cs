using System.Text.Json;
using Dukcapil.Engine.Activities;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Running;

/// <summary>What moving one running instance to another version would do.</summary>
/// <param name="Obstacles">Why it cannot be moved, for a person of the office; empty when it can.</param>
/// <param name="ReissuedTasks">Open tasks that are closed and asked for anew, as their role or their outcomes change.</param>
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
    /// <summary>What moving would do; changes nothing.</summary>
    /// <param name="from">The version the instance runs.</param>
    /// <param name="to">The version it should run.</param>
    /// <param name="state">The instance.</param>
    public static MigrationPlan Plan(CompiledWorkflow from, CompiledWorkflow to, InstanceState state)
    {
        var obstacles = new List<string>();
        if (state.Status == WorkflowStatus.Finished)
            obstacles.Add("Instans sudah selesai.");
        if (from.DefinitionId != to.DefinitionId || state.DefinitionId != from.DefinitionId || state.DefinitionVersion != from.Version)
            obstacles.Add("Instans tidak menjalankan definisi yang akan diganti.");
        foreach (var context in state.ContextList)
            obstacles.AddRange(Obstacles(from, to, context));
        var before = from.Variables.Select(variable => variable.Name).ToList();
        var after = to.Variables.Select(variable => variable.Name).ToList();
        return new(
            [.. obstacles.Distinct()],
            [.. state.BookmarkList.Where(bookmark => bookmark.TaskId is not null && Changes(from, to, bookmark.NodeId)).Select(bookmark => bookmark.TaskId!)],
            [.. after.Except(before)], [.. before.Except(after)]);
    }

    /// <summary>Moves the instance.</summary>
    /// <param name="from">The version the instance runs.</param>
    /// <param name="to">The version it runs from now on.</param>
    /// <param name="state">The instance; it is not changed.</param>
    /// <param name="world">Time and ids of this burst.</param>
    /// <returns>The result; <see cref="BurstOutcome.OtherDefinition"/> when the plan has obstacles.</returns>
    public static BurstResult Apply(CompiledWorkflow from, CompiledWorkflow to, InstanceState state, BurstContext world)
    {
        var plan = Plan(from, to, state);
        if (plan.Obstacles.Count > 0)
            return new() { Outcome = BurstOutcome.OtherDefinition, State = state };
        var moved = state.Clone(to.Version);
        foreach (var context in moved.ContextList)
            Move(context, from.FindNode(context.NodeId)!, to.FindNode(context.NodeId)!);
        moved.SubStatus = WorkflowSubStatus.Executing;
        var burst = new Burst(to, moved, world);
        foreach (var bookmark in state.BookmarkList.Where(bookmark => plan.ReissuedTasks.Contains(bookmark.TaskId)))
            burst.EnqueueReissue(moved.ContextList.Find(context => context.Id == bookmark.ActivityInstanceId)!);
        burst.Run();
        return burst.Finish(state);
    }

    private static IEnumerable<string> Obstacles(CompiledWorkflow from, CompiledWorkflow to, ActivityContext context)
    {
        var (old, now) = (from.FindNode(context.NodeId), to.FindNode(context.NodeId));
        var title = old?.DisplayText ?? old?.Name ?? context.NodeId;
        if (old is null || now is null || old.Type != now.Type)
        {
            yield return $"Langkah '{title}' yang sedang berjalan tidak ada pada versi baru.";
            yield break;
        }
        foreach (var token in context.Tokens ?? [])
        {
            if (!now.Children.Exists(child => child.Id == token.To) || !now.Children.Exists(child => child.Id == token.From))
                yield return $"Jalur dari '{token.From}' ke '{token.To}' yang sedang dilalui tidak ada pada versi baru.";
        }
        if (now.Kind is Sequence && context.Position is { } position
            && !old.Children.Take(position).Select(child => child.Id).SequenceEqual(now.Children.Take(position).Select(child => child.Id)))
            yield return $"Urutan langkah dalam '{title}' yang sudah dilalui berubah.";
    }

    private static bool Changes(CompiledWorkflow from, CompiledWorkflow to, string nodeId)
    {
        var (old, now) = (from.FindNode(nodeId), to.FindNode(nodeId));
        return old is not null && now is not null
            && (!old.OfferedOutcomes.SequenceEqual(now.OfferedOutcomes) || !JsonElement.DeepEquals(old.Json.Get("pelaksana"), now.Json.Get("pelaksana")));
    }

    /// <summary>Variables keep their values by id; what the new version converts otherwise is converted.</summary>
    private static void Move(ActivityContext context, CompiledNode old, CompiledNode now)
    {
        context.Node = now;
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
