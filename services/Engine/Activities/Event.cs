using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Waits for an event, or starts the instance with one.</summary>
internal sealed class Event : ActivityKind
{
    public override IReadOnlyList<InputSpec> Inputs => [new("EventName", ValueShape.String)];

    public override IReadOnlyList<string> Outputs => ["Result"];

    public override void Execute(Burst burst, ActivityContext context)
    {
        if (burst.TriggerActivityId == context.Node.Id)
            Take(burst, context, burst.Payload);
        else
            burst.Wait(context, context.Node.Type, context.Inputs![0] as string);
    }

    public override void Resume(Burst burst, ActivityContext context, Bookmark bookmark, Stimulus stimulus) =>
        Take(burst, context, stimulus is EventPublished { Payload: { } payload } ? JsonValues.FromJson(payload) : null);

    private static void Take(Burst burst, ActivityContext context, object? payload)
    {
        burst.SetOutput(context, 0, payload);
        burst.Complete(context);
    }
}
