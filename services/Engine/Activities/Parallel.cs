using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Runs its activities side by side and ends with the last of them.</summary>
internal sealed class Parallel : ActivityKind
{
    public override bool IsContainer => true;

    public override void Execute(Burst burst, ActivityContext context)
    {
        var children = context.Node.Children;
        if (children.Count == 0)
        {
            burst.Complete(context);
            return;
        }
        context.Position = children.Count;
        foreach (var child in children)
            burst.Schedule(context, child.Index);
    }

    public override void ChildCompleted(Burst burst, ActivityContext context, ActivityContext child, IReadOnlyList<string>? outcomes)
    {
        context.Position--;
        if (context.Position == 0)
            burst.Complete(context);
    }
}
