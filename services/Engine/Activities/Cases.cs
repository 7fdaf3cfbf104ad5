using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>The cases of Switch and FlowSwitch. Every condition is evaluated, also after one has matched.</summary>
internal static class Cases
{
    public static List<SwitchCase> Matching(Burst burst, ActivityContext context)
    {
        var matches = new List<SwitchCase>();
        foreach (var candidate in context.Node.Cases)
        {
            var value = candidate.Condition.Evaluate(burst, context, new(ValueKind.Boolean));
            // What a variable or an input holds is taken as it is.
            if (candidate.Condition.ConvertsLate && value is not (null or bool))
                throw new EngineFaultException(
                    $"Unable to cast object of type '{Coercion.TypeName(value)}' to type 'System.Nullable`1[System.Boolean]'.", "System.InvalidCastException");
            if (value is true)
                matches.Add(candidate);
        }
        return matches;
    }

    /// <summary>Mode MatchAny, or a number that is no mode.</summary>
    public static bool TakesAll(ActivityContext context) => context.Inputs![0] is not (null or "MatchFirst");
}
