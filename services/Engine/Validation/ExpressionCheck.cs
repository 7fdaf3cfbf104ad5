using Dukcapil.Engine.Activities;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Expressions;

namespace Dukcapil.Engine.Validation;

/// <summary>Expressions that cannot be run as they are written.</summary>
internal static class ExpressionCheck
{
    public static IEnumerable<Finding> Find(CompiledWorkflow workflow) => workflow.Nodes.SelectMany(node => Expressions(node).Select(found => Judge(node, found.Place, found.Expression)).OfType<Finding>());

    private static Finding? Judge(CompiledNode node, string place, CompiledExpression expression)
    {
        var at = $"pada '{WorkflowValidator.Title(node)}' ({Brief.Of(place)})";
        if (expression is UnsupportedExpression { Type: var type })
            return new(Severity.Error, node.NodeId, "ekspresi-tidak-ditawarkan", $"Ekspresi {Brief.Of(type)} {at} tidak tersedia di sini; pakai JavaScript atau Liquid.");
        return expression.SyntaxError is { } error ? new(Severity.Error, node.NodeId, "ekspresi-salah", $"Ekspresi {at} salah tulis: {Brief.Of(error)}") : null;
    }

    private static IEnumerable<(string Place, CompiledExpression Expression)> Expressions(CompiledNode node)
    {
        foreach (var input in node.Inputs)
        {
            if (input.Expression is { } expression)
                yield return (input.JsonName, expression);
        }
        foreach (var item in node.Cases)
            yield return (item.Label, item.Condition);
        if (node.Kind is RunJavaScript && node.Inputs[0].Expression is LiteralExpression { Value: string script })
            yield return (node.Inputs[0].JsonName, JavaScriptExpression.Of(script));
    }
}
