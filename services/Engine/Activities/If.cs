using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Runs one of two activities.</summary>
internal sealed class If : ActivityKind
{
    public override IReadOnlyList<InputSpec> Inputs => [new("Condition", new(ValueKind.Boolean), false)];

    public override IReadOnlyList<string> Outputs => ["Result"];

    public override IReadOnlyList<string> Ports => ["then", "else"];

    public override void Execute(Burst burst, ActivityContext context)
    {
        var holds = Coercion.ToBoolean(context.Inputs![0]);
        burst.SetOutput(context, 0, holds);
        var next = context.Node.Port(holds ? "then" : "else");
        if (next < 0)
            burst.Complete(context);
        else
            burst.Schedule(context, next);
    }
}
