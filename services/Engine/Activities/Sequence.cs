using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Runs its activities one after the other.</summary>
internal sealed class Sequence : ActivityKind
{
    public override bool IsContainer => true;

    public override void Execute(Burst burst, ActivityContext context) => Next(burst, context);

    public override void ChildCompleted(Burst burst, ActivityContext context, ActivityContext child, IReadOnlyList<string>? outcomes)
    {
        if (context.IsBreaking || child.Node.Kind.IsTerminal)
            burst.Complete(context);
        else
            Next(burst, context);
    }

    public override bool Receive(Burst burst, Signal signal, ActivityContext context, ActivityContext sender, IReadOnlyList<string>? outcomes)
    {
        if (signal == Signal.Break)
            context.IsBreaking = true;
        return false;
    }

    private static void Next(Burst burst, ActivityContext context)
    {
        var position = context.Position ?? 0;
        var children = context.Node.Children;
        if (position >= children.Count)
        {
            burst.Complete(context);
            return;
        }
        burst.Schedule(context, children[position].Index);
        context.Position = position + 1;
    }
}
