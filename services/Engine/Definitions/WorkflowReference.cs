using Dukcapil.Engine.Activities;
using Dukcapil.Engine.Expressions;

namespace Dukcapil.Engine.Definitions;

/// <summary>A place where a definition starts another one (DispatchWorkflow, ExecuteWorkflow).</summary>
/// <param name="NodeId">The node.</param>
/// <param name="DefinitionId">The definition started; null when nothing is chosen. What an expression chooses at run time is no reference.</param>
public sealed record WorkflowReference(string NodeId, string? DefinitionId)
{
    /// <summary>All places of a definition that name another one, in order of the nodes.</summary>
    /// <param name="workflow">The definition.</param>
    public static IReadOnlyList<WorkflowReference> Of(CompiledWorkflow workflow) =>
    [
        .. workflow.Nodes.Where(node => node.Kind is DispatchWorkflow)
            .Where(node => node.Inputs[0].Expression is null or { IsConstant: true })
            .Select(node => new WorkflowReference(node.NodeId, (node.Inputs[0].Expression as LiteralExpression)?.Value as string is { Length: > 0 } id ? id : null)),
    ];
}
