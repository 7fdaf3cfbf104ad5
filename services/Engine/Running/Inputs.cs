using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Running;

/// <summary>Evaluation of an activity's inputs, in their declared order, before it runs and again when it is resumed.</summary>
internal static class Inputs
{
    public static void Evaluate(Burst burst, ActivityContext context, bool isResumed)
    {
        var node = context.Node;
        if (node.ConstantInputs is { } constants)
        {
            context.Inputs = constants;
            return;
        }
        // A human task was asked for with the inputs of then; nothing reads them again.
        if (isResumed && node.IsHumanTask)
            return;
        var values = new object?[node.Inputs.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (node.Inputs[i].IsEvaluatedBefore)
                values[i] = EvaluateOnly(burst, context, node.Inputs[i]);
        }
        for (var i = 0; i < values.Length && !isResumed; i++)
        {
            if (node.Inputs[i] is { Expression.ConvertsLate: true, IsConvertedAtUse: false })
                values[i] = Coercion.Convert(values[i], node.Inputs[i].Shape);
        }
        context.Inputs = values;
    }

    public static object? Evaluate(Burst burst, ActivityContext context, CompiledInput input) =>
        Coercion.Convert(EvaluateOnly(burst, context, input), input.Shape);

    private static object? EvaluateOnly(Burst burst, ActivityContext context, CompiledInput input)
    {
        if (input.Expression is null)
            return input.Default;
        try
        {
            return input.Expression.Evaluate(burst, context, input.Shape);
        }
        catch (Exception error)
        {
            throw new EngineFaultException(
                $"Failed to evaluate activity input '{input.Name}'", "Elsa.Workflows.Exceptions.InputEvaluationException", error);
        }
    }
}
