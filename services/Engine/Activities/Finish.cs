using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Ends the instance at once: its containers write no Completed record.</summary>
internal sealed class Finish : ActivityKind
{
    public override bool CompletesItself => true;

    public override bool IsTerminal => true;

    public override void Execute(Burst burst, ActivityContext context) => burst.FinishNow();
}
