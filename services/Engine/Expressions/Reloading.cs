using System.Text.Json;
using Dukcapil.Engine.Definitions;

namespace Dukcapil.Engine.Expressions;

/// <summary>
/// What a variable is after it has been stored and read again, as it is at every suspension: a value that JSON does not tell apart
/// becomes what JSON says, null becomes the default, and what does not fit the declared type stays as it is.
/// </summary>
internal static class Reloading
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Default };

    public static object? Reload(object? value, VariableDefinition variable)
    {
        if (!variable.IsPersistent || value is null)
            return variable.Default;
        value = LiveValue.Freeze(value);
        if (value is null)
            return variable.Default;
        return variable.IsOldDriver ? ReadOld(JsonValues.ToElement(value), variable) : Reload(value, variable.Shape, variable.Default);
    }

    public static object? Reload(object value, ValueShape shape, object? byDefault) => (shape.Kind, value) switch
    {
        (ValueKind.Object or ValueKind.Json, JsonElement) => value,
        (ValueKind.String, string) => value,
        (ValueKind.Boolean, bool) => value,
        (ValueKind.Int32, int) => value,
        (ValueKind.Int64, long) => value,
        (ValueKind.Double, double) => value,
        (_, double number) when !double.IsFinite(number) => value,
        _ => Read(JsonValues.ToElement(value), shape, byDefault),
    };

    private static object? ReadOld(JsonElement json, VariableDefinition variable)
    {
        var value = JsonValues.FromJson(json);
        try
        {
            return Coercion.Convert(value, variable.Shape) ?? variable.Default;
        }
        catch (Exception error) when (error is EngineFaultException or OverflowException or FormatException)
        {
            return value;
        }
    }

    private static object? Read(JsonElement json, ValueShape shape, object? byDefault)
    {
        if (shape.Kind is ValueKind.Object or ValueKind.Json)
            return json;
        try
        {
            return Convert(json, shape, out var value) ? value ?? byDefault : json;
        }
        catch (Exception error) when (error is EngineFaultException or OverflowException or FormatException)
        {
            return json;
        }
    }

    private static bool Convert(JsonElement json, ValueShape shape, out object? value)
    {
        value = null;
        switch (json.ValueKind)
        {
            case JsonValueKind.Array when shape.Kind is ValueKind.Array or ValueKind.List && shape.Element != ValueKind.Object:
                return StrictJson.TryRead(json, shape, out value);
            case JsonValueKind.Array:
                value = Coercion.Convert(json, shape);
                return true;
            case JsonValueKind.Number when Coercion.IsNumber(shape.Kind):
                value = Coercion.Convert(json.GetRawText(), shape);
                return true;
            case JsonValueKind.Object when shape.Kind == ValueKind.String:
                value = JsonSerializer.Serialize(json, Indented);
                return true;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False when shape.Kind == ValueKind.String:
                value = json.GetRawText();
                return true;
            default:
                return StrictJson.TryRead(json, shape, out value);
        }
    }
}
