using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Runs a script, which may choose the outcomes.</summary>
internal sealed class RunJavaScript : ActivityKind
{
    public override IReadOnlyList<InputSpec> Inputs =>
        [new("Script", ValueShape.String, ""), new("PossibleOutcomes", new(ValueKind.List, ValueKind.String))];

    public override IReadOnlyList<string> Outputs => ["Result"];

    public override bool CompletesItself => true;

    public override void Execute(Burst burst, ActivityContext context)
    {
        if (context.Inputs![0] is not string source || string.IsNullOrWhiteSpace(source))
            return;
        var script = JavaScriptExpression.Of(source);
        IReadOnlyList<string> outcomes = ["Done"];
        var result = script.Run(burst, context, chosen => outcomes = chosen);
        if (result is not null)
            burst.SetOutput(context, 0, result);
        burst.Complete(context, outcomes);
    }
}
