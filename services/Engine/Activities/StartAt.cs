using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Waits until a time, or starts the instance then; a time gone by is no wait.</summary>
internal sealed class StartAt : ActivityKind
{
    public override IReadOnlyList<InputSpec> Inputs => [new("DateTime", new(ValueKind.DateTimeOffset))];

    public override void Execute(Burst burst, ActivityContext context)
    {
        var at = (DateTimeOffset?)context.Inputs![0] ?? DateTimeOffset.MinValue;
        if (burst.TriggerActivityId == context.Node.Id || at <= burst.World.Now)
            burst.Complete(context);
        else
            burst.Wait(context, context.Node.Type, dueAt: at);
    }
}
