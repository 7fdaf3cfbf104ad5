using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Goes on by the label of the first case that holds, or of all; else by Default.</summary>
internal sealed class FlowSwitch : ActivityKind
{
    private static readonly string[] Default = ["Default"];

    public override IReadOnlyList<InputSpec> Inputs => [new("Mode", new(ValueKind.SwitchMode), "MatchFirst")];

    public override void Execute(Burst burst, ActivityContext context)
    {
        var matches = Cases.Matching(burst, context);
        if (matches.Count == 0)
            burst.Complete(context, Default);
        else
            burst.Complete(context, Cases.TakesAll(context) ? [.. matches.Select(match => match.Label)] : [matches[0].Label]);
    }
}
