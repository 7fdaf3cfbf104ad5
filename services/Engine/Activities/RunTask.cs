using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Asks for a task outside and waits for its result.</summary>
internal sealed class RunTask : ActivityKind
{
    public override IReadOnlyList<InputSpec> Inputs => [new("TaskName", ValueShape.String), new("Payload", Named, IsConvertedAtUse: true)];

    private static readonly ValueShape Named = new(ValueKind.Dictionary);

    public override IReadOnlyList<string> Outputs => ["TaskId", "Result"];

    public override void Execute(Burst burst, ActivityContext context)
    {
        var name = context.Inputs![0] as string ?? throw new EngineFaultException("TaskName is required.", "System.Exception");
        var taskId = burst.NewId();
        burst.Wait(context, context.Node.Type, name, taskId: taskId);
        var payload = LiveValue.Freeze(Coercion.Convert(context.Inputs[1], Named));
        burst.SetOutput(context, 0, taskId);
        burst.Request(new(
            taskId, context.Id, context.Node.Id, context.NodeId, context.Node.Type, name, new(["payload"], [payload]),
            context.Node.ConnectedOutcomes, burst.State.Variables(burst.Workflow).Copy(), burst.State.CorrelationId));
    }

    public override void Resume(Burst burst, ActivityContext context, Bookmark bookmark, Stimulus stimulus)
    {
        burst.SetOutput(context, 1, Result(stimulus));
        burst.Complete(context);
    }

    private static object? Result(Stimulus stimulus) => stimulus switch
    {
        TaskCompleted { Payload: { } payload } => LiveValue.FromOutside(payload),
        TaskCompleted => null,
        BookmarkResumed { Input: { } input } when input.TryGetValue("RunTaskInput", out var result) => LiveValue.FromOutside(result),
        _ => throw new EngineFaultException(
            "The given key 'RunTaskInput' was not present in the dictionary.", "System.Collections.Generic.KeyNotFoundException"),
    };
}
