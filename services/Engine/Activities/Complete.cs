using System.Text.Json;
using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Ends the workflow with outcomes, also from inside a nested flowchart.</summary>
internal sealed class Complete : ActivityKind
{
    public override IReadOnlyList<InputSpec> Inputs => [new("Outcomes", ValueShape.Object)];

    public override bool IsTerminal => true;

    public override void Execute(Burst burst, ActivityContext context)
    {
        burst.Send(Signal.CompleteComposite, context, Read(context.Inputs![0]));
        burst.Complete(context);
    }

    private static IReadOnlyList<string> Read(object? value) => LiveValue.Freeze(value) switch
    {
        string single => [single],
        JsonElement { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(item => item.ToString())],
        _ => ["Done"],
    };
}
