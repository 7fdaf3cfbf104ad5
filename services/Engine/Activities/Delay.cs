using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Waits for a time span, one minute when none is given.</summary>
internal sealed class Delay : ActivityKind
{
    public override IReadOnlyList<InputSpec> Inputs => [new("TimeSpan", new(ValueKind.TimeSpan), System.TimeSpan.FromMinutes(1))];

    public override void Execute(Burst burst, ActivityContext context) =>
        burst.Wait(context, "Elsa.Delay", dueAt: burst.World.Now + ((TimeSpan?)context.Inputs![0] ?? TimeSpan.Zero));
}
