using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Sets an output of the workflow, declared or not.</summary>
internal sealed class SetOutput : ActivityKind
{
    public override IReadOnlyList<InputSpec> Inputs => [new("OutputName", ValueShape.String), new("OutputValue", ValueShape.Object)];

    public override bool CompletesItself => true;

    public override void Execute(Burst burst, ActivityContext context)
    {
        var name = context.Inputs![0] as string
            ?? throw new EngineFaultException("OutputName is required.", "System.Exception");
        var value = context.Inputs[1];
        // An activity around its container that has an output of this name takes it; the workflow itself has Result.
        for (var at = context.Parent?.Parent; at is not null; at = at.Parent)
        {
            if (Array.IndexOf(at.Node.OutputNames, name) is not (>= 0 and var index))
                continue;
            burst.SetOutput(at, index, value);
            if (at.Parent is not null)
            {
                Scope.Find(context, name)?.Set(value);
                return;
            }
        }
        burst.State.OutputMap[name] = value;
    }
}
