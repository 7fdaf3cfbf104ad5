using Dukcapil.Engine.Definitions;

namespace Dukcapil.Engine.Validation;

/// <summary>Steps nobody comes to, and steps from which nobody comes to the end.</summary>
internal static class WayCheck
{
    public static IEnumerable<Finding> Find(CompiledWorkflow workflow, ControlFlow flow)
    {
        foreach (var node in workflow.Nodes)
        {
            if (!flow.Reachable[node.Index])
                yield return new(Severity.Warning, node.NodeId, "tidak-terjangkau", $"Langkah '{WorkflowValidator.Title(node)}' tidak pernah tercapai dari awal alur.");
            else if (!flow.WayOut[node.Index] && IsFirst(node, flow))
                yield return new(Severity.Error, node.NodeId, "tanpa-akhir", $"Dari langkah '{WorkflowValidator.Title(node)}' tidak ada jalan menuju akhir alur.");
        }
    }

    /// <summary>Of a closed circle the first node is named, not each.</summary>
    private static bool IsFirst(CompiledNode node, ControlFlow flow) =>
        node.Parent is not { } parent || !parent.Children.Exists(other => other.Index < node.Index && flow.Reachable[other.Index] && !flow.WayOut[other.Index]);
}
