using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Waits for an event, or starts the instance with one.</summary>
internal sealed class Event : ActivityKind
{
    /// <summary>What an event without payload carries.</summary>
    private static object Nothing => new LiveValue(new System.Dynamic.ExpandoObject());

    public override IReadOnlyList<InputSpec> Inputs => [new("EventName", ValueShape.String)];

    public override IReadOnlyList<string> Outputs => ["Result"];

    public override void Execute(Burst burst, ActivityContext context)
    {
        if (burst.TriggerActivityId == context.Node.Id)
            Take(burst, context, burst.Payload ?? Nothing);
        else
            burst.Wait(context, context.Node.Type, context.Inputs![0] as string);
    }

    public override void Resume(Burst burst, ActivityContext context, Bookmark bookmark, Stimulus stimulus) =>
        Take(burst, context, stimulus is EventPublished published ? published.Payload is { } payload ? LiveValue.FromOutside(payload) : Nothing : null);

    private static void Take(Burst burst, ActivityContext context, object? payload)
    {
        burst.SetOutput(context, 0, payload);
        burst.Complete(context);
    }
}
