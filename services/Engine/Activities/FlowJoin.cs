using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Brings branches together. When it runs is decided by its flowchart, see <see cref="Flowchart"/>.</summary>
internal sealed class FlowJoin : ActivityKind
{
    public override IReadOnlyList<InputSpec> Inputs => [new("Mode", new(ValueKind.JoinMode), "WaitAny")];

    public override void Execute(Burst burst, ActivityContext context) => burst.Complete(context);
}
