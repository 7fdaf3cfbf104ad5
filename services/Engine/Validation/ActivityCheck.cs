using Dukcapil.Engine.Activities;
using Dukcapil.Engine.Definitions;

namespace Dukcapil.Engine.Validation;

/// <summary>Each activity by itself: its version, its body, the outcomes that lead on from it.</summary>
internal static class ActivityCheck
{
    public static IEnumerable<Finding> Find(CompiledWorkflow workflow) => workflow.Nodes.SelectMany(Find);

    private static IEnumerable<Finding> Find(CompiledNode node)
    {
        var title = WorkflowValidator.Title(node);
        if (node.IsKnown && node.Version != 1)
            yield return new(Severity.Error, node.NodeId, "tipe-tidak-dikenal", $"Tipe langkah '{Brief.Of(node.Type)}' versi {node.Version} pada '{title}' tidak dikenal.");
        if (node.Kind is For or While or ForEach or ParallelForEach && node.Port("body") < 0)
            yield return new(Severity.Error, node.NodeId, "tanpa-isi", $"Perulangan '{title}' tidak memiliki isi.");
        if (node.Parent?.Kind is not Flowchart)
            yield break;
        foreach (var outcome in Expected(node).Where(outcome => !node.ConnectedOutcomes.Contains(outcome)))
            yield return new(Severity.Warning, node.NodeId, "hasil-tidak-tersambung", $"Hasil '{Brief.Of(outcome)}' pada '{title}' tidak tersambung.");
        if (ControlFlow.KnownOutcomes(node) is not { } known)
            yield break;
        foreach (var outcome in node.ConnectedOutcomes.Where(outcome => !known.Contains(outcome)))
            yield return new(Severity.Warning, node.NodeId, "hasil-tidak-dikenal", $"'{title}' tidak memiliki hasil '{Brief.Of(outcome)}'; sambungannya tidak pernah dilalui.");
    }

    /// <summary>Outcomes that somebody who draws a choice means to connect. That nothing follows a plain step is how a flow ends.</summary>
    private static IEnumerable<string> Expected(CompiledNode node) => node.Kind switch
    {
        HumanTask task => task.Outcomes.Except(task.Declaration.OptionalOutcomes ?? []),
        FlowDecision or FlowFork or RunJavaScript when ControlFlow.KnownOutcomes(node) is { Count: > 1 } choices => choices,
        FlowSwitch => ControlFlow.PossibleOutcomes(node),
        _ => [],
    };
}
