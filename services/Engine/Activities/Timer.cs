using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Waits for an interval, or starts the instance at every interval.</summary>
internal sealed class Timer : ActivityKind
{
    public override IReadOnlyList<InputSpec> Inputs => [new("Interval", new(ValueKind.TimeSpan), TimeSpan.FromMinutes(1))];

    public override void Execute(Burst burst, ActivityContext context)
    {
        if (burst.TriggerActivityId == context.Node.Id)
            burst.Complete(context);
        else
            burst.Wait(context, "Elsa.Timer", dueAt: burst.World.Now + ((TimeSpan?)context.Inputs![0] ?? TimeSpan.Zero));
    }
}
