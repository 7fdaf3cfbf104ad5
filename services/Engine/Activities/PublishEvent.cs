using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Publishes an event to all instances, or to its own only.</summary>
internal sealed class PublishEvent : ActivityKind
{
    public override IReadOnlyList<InputSpec> Inputs =>
    [
        new("EventName", ValueShape.String), new("CorrelationId", ValueShape.String), new("IsLocalEvent", new(ValueKind.Boolean), false),
        new("Payload", ValueShape.Object),
    ];

    public override void Execute(Burst burst, ActivityContext context)
    {
        var inputs = context.Inputs!;
        var correlation = inputs[1] as string;
        burst.Publish(new(
            inputs[0] as string ?? throw new EngineFaultException("EventName is required.", "System.Exception"), string.IsNullOrWhiteSpace(correlation) ? null : correlation,
            Coercion.ToBoolean(inputs[2]) ? burst.State.InstanceId : null, LiveValue.Freeze(inputs[3])));
        burst.Complete(context);
    }
}
