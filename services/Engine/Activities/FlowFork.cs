using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Goes on by all its branches at once.</summary>
internal sealed class FlowFork : ActivityKind
{
    public override IReadOnlyList<InputSpec> Inputs => [new("Branches", new(ValueKind.List, ValueKind.String))];

    public override void Execute(Burst burst, ActivityContext context) =>
        burst.Complete(context, context.Inputs![0] is { } branches ? Items.Texts(branches) : ["Done"]);
}
