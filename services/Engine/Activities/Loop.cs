using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>What While, For and ForEach share: Break ends them, and Complete inside them cancels what they run.</summary>
internal abstract class Loop : ActivityKind
{
    public override IReadOnlyList<string> Ports => ["body"];

    public override void Execute(Burst burst, ActivityContext context) => Iterate(burst, context);

    public override void ChildCompleted(Burst burst, ActivityContext context, ActivityContext child, IReadOnlyList<string>? outcomes) =>
        Iterate(burst, context);

    public override bool Receive(Burst burst, Signal signal, ActivityContext context, ActivityContext sender, IReadOnlyList<string>? outcomes)
    {
        switch (signal)
        {
            case Signal.Break:
                context.IsBreaking = true;
                return true;
            case Signal.CompleteComposite:
                burst.Cancel(context);
                return false;
            default:
                return false;
        }
    }

    protected abstract void Iterate(Burst burst, ActivityContext context);
}
