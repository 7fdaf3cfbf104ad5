using Dukcapil.Engine.Activities;

namespace Dukcapil.Engine.Definitions;

/// <summary>A way a definition starts instances by itself.</summary>
/// <param name="ActivityId">Activity to name in the start request.</param>
/// <param name="Type">Activity type: Elsa.Event, Elsa.Timer, Elsa.Cron or Elsa.StartAt.</param>
/// <param name="Value">Event name (text), interval (TimeSpan), cron expression (text) or time (DateTimeOffset).</param>
public sealed record WorkflowTrigger(string ActivityId, string Type, object? Value)
{
    /// <summary>Triggers of a definition: activities marked as able to start it whose subject does not depend on an instance.</summary>
    /// <param name="workflow">The definition.</param>
    public static IReadOnlyList<WorkflowTrigger> Of(CompiledWorkflow workflow) =>
    [
        .. workflow.Nodes
            .Where(node => node.CanStartWorkflow && node.Kind is (Event or Activities.Timer or Cron or StartAt) && node.ConstantInputs is not null)
            .Select(node => new WorkflowTrigger(node.Id, node.Type, node.ConstantInputs![0])),
    ];
}
