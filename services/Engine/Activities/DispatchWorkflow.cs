using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>
/// Starts another workflow and, when told to, waits for its end. ExecuteWorkflow is the same here: the child is started by the host
/// after this burst is committed, never inside it.
/// </summary>
internal sealed class DispatchWorkflow(string bookmarkName) : ActivityKind
{
    public override IReadOnlyList<InputSpec> Inputs =>
    [
        new("WorkflowDefinitionId", ValueShape.String), new("CorrelationId", ValueShape.String), new("Input", new(ValueKind.Dictionary)),
        new("WaitForCompletion", new(ValueKind.Boolean), false),
    ];

    public override IReadOnlyList<string> Outputs => ["Result"];

    public override void Execute(Burst burst, ActivityContext context)
    {
        var inputs = context.Inputs!;
        var definitionId = inputs[0] as string;
        if (string.IsNullOrWhiteSpace(definitionId) || burst.World.PublishedDefinitions?.Contains(definitionId) == false)
            throw new EngineFaultException($"No published version of workflow definition with ID {definitionId} found.", "System.Exception");
        var waits = Coercion.ToBoolean(inputs[3]);
        var child = burst.NewId();
        burst.Dispatch(new(child, definitionId, inputs[1] as string, LiveValue.Freeze(inputs[2]), burst.State.InstanceId, waits));
        if (waits)
            burst.Wait(context, bookmarkName, child);
        else
            burst.Complete(context);
    }

    public override void Resume(Burst burst, ActivityContext context, Bookmark bookmark, Stimulus stimulus)
    {
        burst.SetOutput(context, 0, stimulus is ChildFinished { Result: { } result } ? LiveValue.FromOutside(result) : null);
        burst.Complete(context);
    }
}
