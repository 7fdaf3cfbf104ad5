using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Sets a variable, named by its id, to a value converted to the variable's type.</summary>
internal sealed class SetVariable : ActivityKind
{
    public override IReadOnlyList<InputSpec> Inputs => [new("Value", ValueShape.Object)];

    public override bool CompletesItself => true;

    public override void Execute(Burst burst, ActivityContext context)
    {
        var id = context.Node.TargetVariableId;
        var place = id is null ? null : Scope.FindById(context, id);
        if (place is null)
            throw new EngineFaultException($"Variable '{id}' not found.", "System.InvalidOperationException");
        place.Value.SetConverted(context.Inputs![0]);
    }
}
