using System.Text.Json;
using System.Text.Json.Nodes;
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
        // As in Elsa, what is wrong with a template is its output; publishing refuses it.
        if (_template is null)
            return Coercion.Convert($"\n{_error}\n", target);
        var limits = burst.World.Limits;
        var options = new TemplateOptions { MaxSteps = limits.ExpressionStatements, MaxRecursion = limits.ExpressionRecursion, Now = () => burst.World.Now };
        LiquidLimits.Bound(options, limits.ValueSize);
        LiquidFilters.AddTo(options.Filters);
        var model = new TemplateContext(options, StringComparer.Ordinal);
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

    private static object? ToModel(object? value) => value is LiveValue { Json.ValueKind: JsonValueKind.Undefined } ? null : value switch
    {
        LiveValue { Target: not JsonNode and IDictionary<string, object?> map } => Object(map.Select(held => KeyValuePair.Create(held.Key, Held(held.Value)))),
        LiveValue { Target: not JsonNode, IsArray: true } list => list.Items.Select(ToModel).ToList(),
        LiveValue live => ToModel(live.Json),
        JsonElement { ValueKind: JsonValueKind.Array } json => json.EnumerateArray().Select(item => ToModel(JsonValues.FromJson(item))).ToList(),
        JsonElement { ValueKind: JsonValueKind.Object } json => Object(json.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, JsonValues.FromJson(property.Value)))),
        JsonElement json => JsonValues.FromJson(json),
        _ => value,
    };

    /// <summary>What an object holds; JSON that came to it from storage is text to a template, as in Elsa.</summary>
    private static object? Held(object? value) =>
        value is JsonElement { ValueKind: JsonValueKind.Object or JsonValueKind.Array } json ? json.GetRawText() : LiveValue.Of(value);
}
