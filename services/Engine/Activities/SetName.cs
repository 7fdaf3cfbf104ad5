using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Names the instance.</summary>
internal sealed class SetName : ActivityKind
{
    public override IReadOnlyList<InputSpec> Inputs => [new("Value", ValueShape.String, "")];

    public override bool CompletesItself => true;

    public override void Execute(Burst burst, ActivityContext context) => burst.State.Name = context.Inputs![0] as string;
}
