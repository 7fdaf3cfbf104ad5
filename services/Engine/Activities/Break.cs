using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Leaves the innermost loop.</summary>
internal sealed class Break : ActivityKind
{
    public override bool CompletesItself => true;

    public override bool IsTerminal => true;

    public override void Execute(Burst burst, ActivityContext context) => burst.Send(Signal.Break, context);
}
