using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Gives the instance its correlation id.</summary>
internal sealed class Correlate : ActivityKind
{
    public override IReadOnlyList<InputSpec> Inputs => [new("CorrelationId", ValueShape.String)];

    public override bool CompletesItself => true;

    public override void Execute(Burst burst, ActivityContext context) => burst.State.CorrelationId = context.Inputs![0] as string;
}
