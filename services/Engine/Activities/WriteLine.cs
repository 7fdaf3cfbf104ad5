using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Writes a line of text; the host decides where it goes.</summary>
internal sealed class WriteLine : ActivityKind
{
    public override IReadOnlyList<InputSpec> Inputs => [new("Text", ValueShape.String)];

    public override bool CompletesItself => true;

    public override void Execute(Burst burst, ActivityContext context) => burst.WriteLine(context.Inputs![0] as string ?? "");
}
