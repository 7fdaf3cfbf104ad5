using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Fails on purpose.</summary>
internal sealed class Fault : ActivityKind
{
    private const string Exception = "Elsa.Workflows.Exceptions.FaultException";

    public override IReadOnlyList<InputSpec> Inputs =>
    [
        new("Code", ValueShape.String), new("Category", ValueShape.String), new("FaultType", ValueShape.String), new("Message", ValueShape.String),
    ];

    public override void Execute(Burst burst, ActivityContext context) =>
        throw new EngineFaultException(context.Inputs![3] as string ?? $"Exception of type '{Exception}' was thrown.", Exception);
}
