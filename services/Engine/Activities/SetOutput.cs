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
            ?? throw new EngineFaultException("Value cannot be null. (Parameter 'key')", "System.ArgumentNullException");
        burst.State.OutputMap[name] = context.Inputs[1];
        // The workflow itself has an output of this name in Elsa.
        if (name == "Result")
            burst.SetOutput(Burst.RootOf(context), 0, context.Inputs[1]);
    }
}
