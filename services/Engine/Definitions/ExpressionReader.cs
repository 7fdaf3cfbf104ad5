using System.Text.Json;
using Dukcapil.Engine.Expressions;

namespace Dukcapil.Engine.Definitions;

/// <summary>Reads <c>{type, value}</c> as the designer writes it.</summary>
internal static class ExpressionReader
{
    /// <summary>A wrapped input <c>{typeName, expression}</c>, or a plain value; null when nothing is said.</summary>
    public static CompiledExpression? ReadInput(JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            return null;
        if (json.ValueKind != JsonValueKind.Object || !IsWrapped(json))
            return new LiteralExpression(JsonValues.FromJson(json));
        return json.TryGetProperty("expression", out var expression) && expression.ValueKind == JsonValueKind.Object ? Read(expression) : null;
    }

    public static bool IsWrapped(JsonElement json) => json.TryGetProperty("expression", out _) || json.TryGetProperty("typeName", out _);

    public static CompiledExpression Read(JsonElement expression)
    {
        var value = expression.TryGetProperty("value", out var found) ? Scalar(found) : null;
        return (expression.Text("type") ?? "Literal") switch
        {
            "Literal" => new LiteralExpression(value),
            "Object" or "Json" => new ObjectExpression(value),
            "JavaScript" => new JavaScriptExpression(value is null ? "" : Coercion.ToText(value)),
            "Liquid" => new LiquidExpression(value is null ? "" : Coercion.ToText(value)),
            "Variable" => Reference(value, (id, _) => new VariableExpression(id)),
            "Input" => Reference(value, (_, name) => new InputExpression(name)),
            var other => new UnsupportedExpression(other),
        };
    }

    /// <summary>The value as Elsa keeps it: a number is a decimal number, an object or array is its text.</summary>
    private static object? Scalar(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number => json.TryGetDecimal(out var number) ? number : json.GetDouble(),
        JsonValueKind.Object or JsonValueKind.Array => json.GetRawText(),
        _ => JsonValues.FromJson(json),
    };

    /// <summary>The object a Variable or Input expression refers to: as an object, or as JSON text of one.</summary>
    private static CompiledExpression Reference(object? value, Func<string?, string?, CompiledExpression> make)
    {
        if (value is string text)
        {
            try
            {
                value = JsonValues.Parse(text);
            }
            catch (EngineFaultException)
            {
                return make(null, null); // Elsa: a reference that cannot be read refers to nothing.
            }
        }
        return value is JsonElement { ValueKind: JsonValueKind.Object } reference ? make(reference.Text("id"), reference.Text("name")) : make(null, null);
    }
}
