using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>An activity of a type the catalogue does not know: kept as it is; running it is a fault.</summary>
internal sealed class UnknownActivity(string type) : ActivityKind
{
    // Elsa names version 0 whatever the definition says, as it looks for the type that replaces the missing one.
    public override void Execute(Burst burst, ActivityContext context) => throw new EngineFaultException(
        $"Activity type '{type}' version '0' could not be found.", "Elsa.Workflows.Exceptions.ActivityNotFoundException");
}
