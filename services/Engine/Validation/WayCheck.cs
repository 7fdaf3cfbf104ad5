using Dukcapil.Engine.Definitions;

namespace Dukcapil.Engine.Validation;

/// <summary>Steps nobody comes to, and steps from which nobody comes to the end.</summary>
internal static class WayCheck
{
    public static IEnumerable<Finding> Find(CompiledWorkflow workflow, ControlFlow flow)
    {
        foreach (var node in workflow.Nodes)
        {
            // Of a container that is not reached its content is not either: once is enough.
            if (!flow.Reachable[node.Index] && (node.Parent is null || flow.Reachable[node.Parent.Index]))
                yield return new(Severity.Warning, node.NodeId, "tidak-terjangkau", $"Langkah '{WorkflowValidator.Title(node)}' tidak pernah tercapai dari awal alur.");
        }
        foreach (var place in DeadEnds.Find(flow))
        {
            var node = flow.NodeAt(place);
            // A task without any outcome is named as such.
            if (!node.IsHumanTask || node.OfferedOutcomes.Count > 0)
                yield return new(Severity.Error, node.NodeId, "tanpa-akhir", $"Dari langkah '{WorkflowValidator.Title(node)}' tidak ada jalan menuju akhir alur.");
        }
    }
}
