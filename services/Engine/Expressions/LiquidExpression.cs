using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;
using Fluid;

namespace Dukcapil.Engine.Expressions;

/// <summary>
/// A Liquid template, parsed once, with what Elsa documents: <c>Variables.X</c>, <c>Input.X</c>, <c>CorrelationId</c>,
/// <c>WorkflowDefinitionId</c>, <c>WorkflowDefinitionVersionId</c>, <c>WorkflowDefinitionVersion</c>, <c>WorkflowInstanceId</c>.
/// </summary>
internal sealed class LiquidExpression : CompiledExpression
{
    private static readonly FluidParser Parser = new();
    private readonly IFluidTemplate? _template;
    private readonly string? _error;
    private readonly bool _isEmpty;

    public LiquidExpression(string source)
    {
        _isEmpty = string.IsNullOrWhiteSpace(source);
        if (Parser.TryParse(source, out _template, out _error))
            _template = LiquidLimits.Bound(_template);
    }

    public override string? SyntaxError => _template is null ? _error ?? "Liquid" : null;

    public override object? Evaluate(Burst burst, ActivityContext context, ValueShape target)
    {
        if (_isEmpty)
            return null;
        if (_template is null)
            throw new EngineFaultException(_error ?? "Liquid", "Fluid.ParseException");
        var limits = burst.World.Limits;
        var options = new TemplateOptions { MaxSteps = limits.ExpressionStatements, MaxRecursion = limits.ExpressionRecursion, Now = () => burst.World.Now };
        LiquidLimits.Bound(options, limits.ValueSize);
        var model = new TemplateContext(options);
        model.SetValue("Variables", Object(Scope.Names(context).Select(name => KeyValuePair.Create(name, Scope.Get(context, name)))));
        model.SetValue("Input", Object(burst.State.InputMap));
        model.SetValue("CorrelationId", burst.State.CorrelationId);
        model.SetValue("WorkflowDefinitionId", burst.Workflow.DefinitionId);
        model.SetValue("WorkflowDefinitionVersionId", burst.Workflow.VersionId);
        model.SetValue("WorkflowDefinitionVersion", burst.Workflow.Version);
        model.SetValue("WorkflowInstanceId", burst.State.InstanceId);
        using var output = new LiquidLimits.Output(limits.ValueSize);
        _template.RenderAsync(output, NullEncoder.Default, model).AsTask().GetAwaiter().GetResult();
        return Coercion.Convert(output.ToString(), target);
    }

    private static Dictionary<string, object?> Object(IEnumerable<KeyValuePair<string, object?>> values) =>
        values.ToDictionary(value => value.Key, value => ToModel(value.Value));

    private static object? ToModel(object? value)
    {
        value = LiveValue.Freeze(value);
        if (value is not System.Text.Json.JsonElement json)
            return value;
        return json.ValueKind switch
        {
            System.Text.Json.JsonValueKind.Array => json.EnumerateArray().Select(item => ToModel(JsonValues.FromJson(item))).ToList(),
            System.Text.Json.JsonValueKind.Object => Object(json.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, JsonValues.FromJson(property.Value)))),
            _ => JsonValues.FromJson(json),
        };
    }
}
