using System.Text.Json;

namespace Dukcapil.Engine.Expressions;

/// <summary>JSON into a declared type where Elsa lets the JSON reader decide: a number written as text is no number.</summary>
internal static class StrictJson
{
    private static readonly JsonSerializerOptions AsElsaReads = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
        ReferenceHandler = System.Text.Json.Serialization.ReferenceHandler.Preserve,
    };

    public static object? Parse(string text, ValueShape target)
    {
        try
        {
            var json = JsonElement.Parse(text, JsonValues.Deep);
            if (TryRead(json, target, out var value))
                return value;
            throw Failed(text, target, null);
        }
        catch (JsonException error)
        {
            throw Failed(text, target, error);
        }
    }

    public static object? Read(JsonElement json, ValueShape target) => TryRead(json, target, out var value) ? value : throw Refused(json, target);

    /// <summary>What .NET's JSON reader says of JSON that is not of the type.</summary>
    private static EngineFaultException Refused(JsonElement json, ValueShape target)
    {
        var message = $"The JSON value could not be converted to {NameOf(target)}. Path: $ | LineNumber: 0 | BytePositionInLine: {json.GetRawText().Length}.";
        try
        {
            if (Type.GetType(NameOf(target)) is { } type)
                JsonSerializer.Deserialize(JsonValues.ToText(json), type, AsElsaReads);
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            message = error.Message;
        }
        return new(message, "System.Text.Json.JsonException");
    }

    public static bool TryRead(JsonElement json, ValueShape target, out object? value)
    {
        value = null;
        if (json.ValueKind == JsonValueKind.Null)
            return !target.IsValueType;
        value = target.Kind switch
        {
            ValueKind.Object => JsonValues.FromJson(json),
            ValueKind.String when json.ValueKind == JsonValueKind.String => json.GetString(),
            ValueKind.Boolean when json.ValueKind is JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
            ValueKind.DateTime when json.ValueKind == JsonValueKind.String && json.TryGetDateTime(out var time) =>
                time.Kind == DateTimeKind.Local ? DateTime.SpecifyKind(time.ToUniversalTime(), DateTimeKind.Local) : time,
            ValueKind.DateTimeOffset when json.ValueKind == JsonValueKind.String && json.TryGetDateTimeOffset(out var time) => time,
            ValueKind.DateOnly when json.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(json.GetString(), "yyyy-MM-dd", out var date) => date,
            ValueKind.Guid when json.ValueKind == JsonValueKind.String && json.TryGetGuid(out var guid) => guid,
            ValueKind.TimeSpan when json.ValueKind == JsonValueKind.String && TimeSpan.TryParseExact(json.GetString(), "c", null, out var span) => span,
            ValueKind.Bytes when json.ValueKind == JsonValueKind.String && json.TryGetBytesFromBase64(out _) => json.GetString(),
            ValueKind.Json => JsonValues.FromJson(json),
            ValueKind.JsonObject or ValueKind.Expando or ValueKind.Dictionary or ValueKind.Map when json.ValueKind == JsonValueKind.Object && HoldsOnly(json, target.Element) => json,
            ValueKind.Array or ValueKind.List when json.ValueKind == JsonValueKind.Array => Elements(json, target),
            _ when json.ValueKind == JsonValueKind.Number => Number(json, target.Kind),
            _ => null,
        };
        return value is not null;
    }

    private static bool HoldsOnly(JsonElement json, ValueKind element) =>
        element == ValueKind.Object || json.EnumerateObject().All(property => TryRead(property.Value, new(element), out _));

    private static JsonElement? Elements(JsonElement json, ValueShape target)
    {
        foreach (var item in json.EnumerateArray())
        {
            if (!TryRead(item, new(target.Element), out _))
                return null;
        }
        return json;
    }

    private static object? Number(JsonElement json, ValueKind kind) => kind switch
    {
        ValueKind.Int16 when json.TryGetInt16(out var small) => (int)small,
        ValueKind.Int32 when json.TryGetInt32(out var whole) => whole,
        ValueKind.Int64 when json.TryGetInt64(out var large) => large,
        ValueKind.Single or ValueKind.Double when json.TryGetDouble(out var real) => real,
        ValueKind.Decimal when json.TryGetDecimal(out var number) => number,
        _ => null,
    };

    private static EngineFaultException Failed(string text, ValueShape target, Exception? inner) =>
        new($"Failed to deserialize {text} to {NameOf(target)}", "Elsa.Expressions.Exceptions.TypeConversionException", inner);

    /// <summary>The .NET type of a shape, as messages name it.</summary>
    public static string NameOf(ValueShape target) => target.Kind switch
    {
        ValueKind.Array => $"{NameOf(new(target.Element))}[]",
        ValueKind.List => $"System.Collections.Generic.ICollection`1[{NameOf(new(target.Element))}]",
        ValueKind.Dictionary => $"System.Collections.Generic.IDictionary`2[System.String,{NameOf(new(target.Element))}]",
        ValueKind.Map => $"System.Collections.Generic.Dictionary`2[System.String,{NameOf(new(target.Element))}]",
        ValueKind.JsonObject => "System.Text.Json.Nodes.JsonObject",
        ValueKind.Expando => "System.Dynamic.ExpandoObject",
        ValueKind.Json => "System.Text.Json.Nodes.JsonNode",
        _ => $"System.{target.Kind}",
    };
}
