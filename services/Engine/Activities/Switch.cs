using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Runs the activity of the first case that holds, or of all; else the default one.</summary>
internal sealed class Switch : ActivityKind
{
    public override IReadOnlyList<InputSpec> Inputs => [new("Mode", new(ValueKind.SwitchMode), "MatchFirst")];

    public override IReadOnlyList<string> Outputs => ["Output"];

    public override IReadOnlyList<string> Ports => ["default"];

    public override void Execute(Burst burst, ActivityContext context)
    {
        var matches = Cases.Matching(burst, context);
        List<string> awaited = [];
        if (matches.Count == 0)
            Begin(context.Node.Port("default"));
        foreach (var match in Cases.TakesAll(context) ? matches : matches.GetRange(0, Math.Min(1, matches.Count)))
            Begin(match.Activity);
        context.Awaited = awaited;
        if (awaited.Count == 0)
            burst.Complete(context);

        void Begin(int node)
        {
            if (node < 0)
                return;
            burst.Schedule(context, node);
            awaited.Add(burst.Workflow.Nodes[node].Id);
        }
    }

    public override void ChildCompleted(Burst burst, ActivityContext context, ActivityContext child, IReadOnlyList<string>? outcomes)
    {
        if (context.WasResumed)
        {
            burst.Deviated(Deviations.SwitchOutlivesSuspension);
            if (!burst.Follows(Deviations.SwitchOutlivesSuspension))
                throw new EngineFaultException(
                    "Unable to cast object of type 'System.Collections.Generic.List`1[System.String]' to type 'System.Collections.Generic.HashSet`1[System.String]'.",
                    "System.InvalidCastException");
        }
        if (context.Awaited?.Remove(child.Node.Id) == true && context.Awaited.Count == 0)
            burst.Complete(context);
    }
}
