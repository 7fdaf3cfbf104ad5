using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Goes on by True or by False.</summary>
internal sealed class FlowDecision : ActivityKind
{
    private static readonly string[] True = ["True"];
    private static readonly string[] False = ["False"];

    public override IReadOnlyList<InputSpec> Inputs => [new("Condition", new(ValueKind.Boolean), false)];

    public override IReadOnlyList<string> Outcomes => ["True", "False"];

    public override void Execute(Burst burst, ActivityContext context) =>
        burst.Complete(context, Coercion.ToBoolean(context.Inputs![0]) ? True : False);
}
