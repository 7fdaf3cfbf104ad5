using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Marks where a flowchart begins.</summary>
internal sealed class Start : ActivityKind
{
    public override bool CompletesItself => true;
}
