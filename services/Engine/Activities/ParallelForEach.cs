using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Runs its body for every item of a list, side by side, and ends with the last.</summary>
internal sealed class ParallelForEach : ActivityKind
{
    public override IReadOnlyList<InputSpec> Inputs => [new("Items", ValueShape.Object)];

    public override IReadOnlyList<string> Ports => ["body"];

    public override void Execute(Burst burst, ActivityContext context)
    {
        var items = Items.Of(context.Inputs![0]);
        var body = context.Node.Port("body");
        if (items.Count == 0 || body < 0)
        {
            burst.Complete(context);
            return;
        }
        context.Position = items.Count;
        for (var i = 0; i < items.Count; i++)
            burst.Schedule(context, body, [new("CurrentValue", items[i], true), new("CurrentIndex", i, true)]);
    }

    public override void ChildCompleted(Burst burst, ActivityContext context, ActivityContext child, IReadOnlyList<string>? outcomes)
    {
        context.Position--;
        if (context.Position == 0)
            burst.Complete(context);
    }
}
