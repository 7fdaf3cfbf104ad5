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
        var (start, end, step, isInclusive) = Bounds(burst, context);
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

    /// <summary>After a suspension Elsa has lost what was written in the definition, but not the defaults.</summary>
    private static (int Start, int End, int Step, bool IsInclusive) Bounds(Burst burst, ActivityContext context)
    {
        var values = InputsOf(burst, context);
        return (Number(0), Number(1), Number(2), Coercion.ToBoolean(Value(3)));

        int Number(int index) => Coercion.ToInt32(Value(index));

        object? Value(int index)
        {
            if (values is not null)
                return values[index];
            var input = context.Node.Inputs[index];
            return input.Expression is null ? input.Default : input.Expression.IsConstant ? null : throw new EngineFaultException("*", "*");
        }
    }
}
