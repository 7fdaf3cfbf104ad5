using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Runs its body while a condition holds.</summary>
internal sealed class While : Loop
{
    public override IReadOnlyList<InputSpec> Inputs => [new("Condition", new(ValueKind.Boolean), false, IsEvaluatedBefore: false)];

    protected override void Iterate(Burst burst, ActivityContext context)
    {
        var goesOn = !context.IsBreaking && Coercion.ToBoolean(Running.Inputs.Evaluate(burst, context, context.Node.Inputs[0]));
        if (!goesOn)
            burst.Complete(context);
        else if (context.Node.Port("body") is >= 0 and var body)
            burst.Schedule(context, body);
        else
            throw new EngineFaultException("While tanpa isi tidak akan pernah berakhir.", "Dukcapil.Engine.StepLimitExceeded");
    }
}
