using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Runs its body for every number from start to end.</summary>
internal sealed class For : Loop
{
    public override IReadOnlyList<InputSpec> Inputs =>
    [
        new("Start", new(ValueKind.Int32), 0), new("End", new(ValueKind.Int32), 0), new("Step", new(ValueKind.Int32), 1),
        new("OuterBoundInclusive", new(ValueKind.Boolean), true),
    ];

    public override IReadOnlyList<string> Outputs => ["CurrentValue"];

    protected override void Iterate(Burst burst, ActivityContext context)
    {
        // Without a body Elsa returns and waits for ever; the watchdog turns that into an incident.
        if (context.Node.Port("body") is not (>= 0 and var body))
            return;
        var inputs = context.Inputs!;
        var (start, end, step) = (Coercion.ToInt32(inputs[0]), Coercion.ToInt32(inputs[1]), Coercion.ToInt32(inputs[2]));
        var isInclusive = Coercion.ToBoolean(inputs[3]);
        var current = context.Position is { } position ? unchecked(position + step) : start;
        var goesOn = !context.IsBreaking
            && (step >= 0 ? current < end || (isInclusive && current == end) : current > end || (isInclusive && current == end));
        if (!goesOn)
        {
            burst.Complete(context);
            return;
        }
        burst.Schedule(context, body, [new("CurrentValue", current)]);
        context.Position = current;
        burst.SetOutput(context, 0, current);
    }
}
