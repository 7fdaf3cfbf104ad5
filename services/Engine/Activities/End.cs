using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Ends the flowchart or sequence it stands in.</summary>
internal sealed class End : ActivityKind
{
    public override bool CompletesItself => true;

    public override bool IsTerminal => true;
}
