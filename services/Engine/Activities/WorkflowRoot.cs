using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>The workflow itself: holds its variables and runs its root activity.</summary>
internal sealed class WorkflowRoot : ActivityKind
{
    public override IReadOnlyList<string> Outputs => ["Result"];

    public override bool IsContainer => true;

    public override void Execute(Burst burst, ActivityContext context)
    {
        if (context.Node.Children.Count == 0)
            burst.Complete(context);
        else
            burst.Schedule(context, context.Node.Children[0].Index);
    }

    /// <summary>Complete, wherever it stands, ends the workflow: first the sender, then everything else.</summary>
    public override bool Receive(Burst burst, Signal signal, ActivityContext context, ActivityContext sender, IReadOnlyList<string>? outcomes)
    {
        if (signal != Signal.CompleteComposite)
            return false;
        burst.Complete(sender);
        burst.Complete(context, outcomes);
        // Elsa records them only in the burst in which the workflow was started.
        if (!burst.IsFirst)
            context.Outcomes = null;
        return true;
    }
}
