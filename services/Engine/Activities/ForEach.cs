using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Runs its body for every item of a list.</summary>
internal sealed class ForEach : Loop
{
    public override IReadOnlyList<InputSpec> Inputs => [new("Items", new(ValueKind.List), NoItems)];

    private static readonly object NoItems = JsonValues.List([]);

    public override IReadOnlyList<string> Outputs => ["CurrentValue"];

    protected override void Iterate(Burst burst, ActivityContext context)
    {
        if (context.IsBreaking)
        {
            burst.Complete(context);
            return;
        }
        var index = context.Position ?? 0;
        var items = context.Inputs![0] is { } list
            ? Items.Of(list)
            : throw new EngineFaultException("Value cannot be null. (Parameter 'source')", "System.ArgumentNullException");
        if (index >= items.Count)
        {
            burst.Complete(context);
            return;
        }
        burst.SetOutput(context, 0, items[index]);
        if (context.Node.Port("body") is >= 0 and var body)
            burst.Schedule(context, body, [new("CurrentIndex", index), new("CurrentValue", items[index])]);
        else
            burst.Complete(context);
        context.Position = index + 1;
    }
}
