using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dukcapil.Engine.Expressions;

/// <summary>
/// Converts a value to the type a definition declares, as measured on Elsa: what cannot be converted becomes the type's
/// default (text into a number is 0), a number that does not fit and JSON that does not parse are faults.
/// </summary>
/// <remarks>
/// Values inside the engine are null, string, bool, int, long, double, decimal, DateTime, DateTimeOffset, DateOnly, TimeSpan,
/// Guid, or a <see cref="JsonElement"/> that is an object or an array; a scalar as JSON element is one that came out of storage without
/// a type or not of its variable's: it converts more strictly, as JSON does.
/// </remarks>
internal static class Coercion
{
    private static readonly string[] SwitchModes = ["MatchFirst", "MatchAny"];
    private static readonly string[] JoinModes = ["WaitAll", "WaitAllActive", "WaitAny"];

    public static object? Convert(object? value, ValueShape target) => value switch
    {
        null => null,
        _ when target.Kind == ValueKind.Object => value,
        _ when target.Kind is ValueKind.SwitchMode or ValueKind.JoinMode => Mode(value, target.Kind == ValueKind.SwitchMode ? SwitchModes : JoinModes),
        string text => target.Kind == ValueKind.String ? text : FromText(text, target),
        JsonElement json => FromJson(json, target),
        LiveValue live => FromLive(live, target),
        _ => FromScalar(value, target),
    };

    /// <summary>The value of an input that must be true or false, no value being false.</summary>
    public static bool ToBoolean(object? value) => Convert(value, new(ValueKind.Boolean)) is true;

    /// <summary>The value of an input that must be a number, no value being 0.</summary>
    public static int ToInt32(object? value) => Convert(value, new(ValueKind.Int32)) is int number ? number : 0;

    public static string ToText(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "True" : "False",
        JsonElement json => JsonValues.ToText(json),
        LiveValue live => JsonValues.ToText(live.Json),
        // Times lose their seconds and the earliest is no text, as .NET's type converters write them.
        DateTime { Ticks: 0 } or DateTimeOffset { Ticks: 0 } or DateOnly { DayNumber: 0 } => "",
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("MM/dd/yyyy HH:mm", CultureInfo.InvariantCulture),
        DateTimeOffset { TimeOfDay.Ticks: 0 } date => date.ToString("MM/dd/yyyy zzz", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("MM/dd/yyyy HH:mm zzz", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>The .NET type Elsa's messages name for a value.</summary>
    public static string TypeName(object value) => value switch
    {
        JsonElement { ValueKind: JsonValueKind.True or JsonValueKind.False } => "System.Text.Json.Nodes.JsonValueOfJsonBool",
        JsonElement { ValueKind: JsonValueKind.Object or JsonValueKind.Array } json => $"System.Text.Json.Nodes.Json{json.ValueKind}",
        JsonElement json => $"System.Text.Json.Nodes.JsonValueOfJson{json.ValueKind}",
        LiveValue live => live.Target.ToString() is { } name && live.Target is not JsonNode ? name : live.Target.GetType().ToString(),
        _ => value.GetType().FullName ?? "",
    };

    private static object? FromText(string text, ValueShape target)
    {
        if (target.Kind == ValueKind.Bytes)
            return System.Convert.ToBase64String(System.Convert.FromBase64String(text));
        if (!IsPrimitive(target.Kind) && text.AsSpan().TrimStart() is ['{' or '[', ..])
            return StrictJson.Parse(text, target);
        if (TextParser.TryParse(text, target.Kind, out var parsed))
            return parsed;
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return target.Kind switch
        {
            ValueKind.Array or ValueKind.List when target.Element == ValueKind.String => JsonValues.List([text]),
            // Text is a collection of its letters.
            ValueKind.Array or ValueKind.List => Elements(text.Select(letter => Letter(letter, target.Element)), target),
            _ => TextParser.ParseLoosely(text, target.Kind) ?? Default(target),
        };
    }

    private static object? FromJson(JsonElement json, ValueShape target)
    {
        if (json.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
            return FromStored(json, target);
        var isObject = json.ValueKind == JsonValueKind.Object;
        return target.Kind switch
        {
            ValueKind.String => JsonValues.ToText(json),
            ValueKind.Json or ValueKind.JsonObject or ValueKind.Expando or ValueKind.Dictionary or ValueKind.Map when isObject => json,
            ValueKind.Array or ValueKind.List when isObject => StrictJson.Parse(JsonValues.ToText(json), target),
            ValueKind.Array or ValueKind.List => target.Element == ValueKind.Object ? json : Elements(json.EnumerateArray().Select(JsonValues.FromJson), target),
            ValueKind.Json => json,
            _ => Default(target),
        };
    }

    /// <summary>An object or a list by the type it has: JSON that does not fit is a fault, anything else becomes the default.</summary>
    private static object? FromLive(LiveValue live, ValueShape target)
    {
        if (TypeName(live) == StrictJson.NameOf(target))
            return live;
        switch (live.Target, target.Kind)
        {
            case (JsonNode, ValueKind.Json):
            case (IDictionary<string, object?>, ValueKind.Dictionary) when target.Element == ValueKind.Object:
            case (object?[] or List<object?>, ValueKind.List) when target.Element == ValueKind.Object:
                return live;
            case (IDictionary<string, object?> source, ValueKind.Map) when target.Element == ValueKind.Object:
                return new LiveValue(new Dictionary<string, object?>(source));
            case (JsonObject node, ValueKind.String):
                return node.ToString(); // Indented.
            case (JsonObject, _):
                return StrictJson.Read(live.Json, target);
            case (JsonArray, ValueKind.Array or ValueKind.List) when target.Element != ValueKind.Object:
                return StrictJson.Read(live.Json, target);
            case (IDictionary<string, object?> or object?[] or JsonArray or List<object?>, ValueKind.String):
                return JsonValues.ToText(live.Json);
            case (IDictionary<string, object?>, _) when !target.IsValueType:
                return FromText(JsonValues.ToText(live.Json), target);
            case (Array array, ValueKind.String):
                return $"{array.GetType().Name} Array";
            case (_, ValueKind.Array or ValueKind.List):
                return target.Element == ValueKind.Object ? live.Json : Elements(live.Items, target);
            default:
                return Default(target);
        }
    }

    /// <summary>A mode by its name or number.</summary>
    private static string Mode(object value, string[] names)
    {
        var index = value switch
        {
            string text when Array.IndexOf(names, text) is >= 0 and var named => named,
            string text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new EngineFaultException($"Requested value '{text}' was not found.", "System.ArgumentException"),
            int or long or double => System.Convert.ToInt32(value, CultureInfo.InvariantCulture),
            _ => 0,
        };
        return index >= 0 && index < names.Length ? names[index] : index.ToString(CultureInfo.InvariantCulture);
    }

    private static object? Letter(char letter, ValueKind element) => element switch
    {
        ValueKind.Int16 or ValueKind.Int32 or ValueKind.Int64 => (int)letter,
        ValueKind.String or ValueKind.Object => letter.ToString(),
        _ => null,
    };

    private static object? FromStored(JsonElement json, ValueShape target) => target.Kind switch
    {
        ValueKind.String => json.ValueKind == JsonValueKind.String ? json.GetString() : json.GetRawText(),
        _ when json.ValueKind == JsonValueKind.Number && IsNumber(target.Kind) => Convert(json.GetRawText(), target),
        _ => StrictJson.Read(json, target),
    };

    private static JsonElement Elements(IEnumerable<object?> items, ValueShape target) =>
        JsonValues.List(items.Select(item => Convert(item, new(target.Element)) ?? Default(new(target.Element))));

    private static object? FromScalar(object value, ValueShape target)
    {
        switch (target.Kind)
        {
            case ValueKind.String:
                return ToText(value);
            case ValueKind.DateTime or ValueKind.DateTimeOffset or ValueKind.DateOnly when value is DateTime or DateTimeOffset or DateOnly:
                return Date(value, target.Kind);
            case ValueKind.TimeSpan when value is TimeSpan:
            case ValueKind.Guid when value is Guid:
                return value;
            case ValueKind.Json:
                return value is bool or int or long or double or decimal ? null : Default(target);
        }
        if (value is not (bool or int or long or double or decimal) || NumberType(target.Kind) is not { } type)
            return Default(target);
        var number = System.Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
        return number switch { short small => (int)small, float single => double.Parse(single.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), _ => number };
    }

    private static object Date(object value, ValueKind kind) => (kind, value) switch
    {
        (ValueKind.DateTime, DateTimeOffset time) => time.DateTime,
        (ValueKind.DateTime, DateOnly date) => date.ToDateTime(TimeOnly.MinValue),
        (ValueKind.DateTimeOffset, DateTime time) => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
        (ValueKind.DateTimeOffset, DateOnly date) => new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
        (ValueKind.DateOnly, DateTime time) => DateOnly.FromDateTime(time),
        (ValueKind.DateOnly, DateTimeOffset time) => DateOnly.FromDateTime(time.DateTime),
        _ => value,
    };

    public static bool IsNumber(ValueKind kind) =>
        kind is ValueKind.Boolean or ValueKind.Int16 or ValueKind.Int32 or ValueKind.Int64 or ValueKind.Single or ValueKind.Double or ValueKind.Decimal;

    private static bool IsPrimitive(ValueKind kind) =>
        kind is ValueKind.Boolean or ValueKind.Int16 or ValueKind.Int32 or ValueKind.Int64 or ValueKind.Single or ValueKind.Double;

    private static Type? NumberType(ValueKind kind) => kind switch
    {
        ValueKind.Boolean => typeof(bool),
        ValueKind.Int16 => typeof(short),
        ValueKind.Int32 => typeof(int),
        ValueKind.Int64 => typeof(long),
        ValueKind.Single => typeof(float),
        ValueKind.Double => typeof(double),
        ValueKind.Decimal => typeof(decimal),
        _ => null,
    };

    /// <summary>What Elsa puts where nothing fits; of a collection or dictionary it can make none, which is a fault.</summary>
    private static object? Default(ValueShape target) => target.Kind switch
    {
        ValueKind.Boolean => false,
        ValueKind.Int16 or ValueKind.Int32 => 0,
        ValueKind.Int64 => 0L,
        ValueKind.Single or ValueKind.Double => 0d,
        ValueKind.Decimal => 0m,
        ValueKind.DateTime => default(DateTime),
        ValueKind.DateTimeOffset => default(DateTimeOffset),
        ValueKind.DateOnly => default(DateOnly),
        ValueKind.TimeSpan => TimeSpan.Zero,
        ValueKind.Guid => Guid.Empty,
        ValueKind.List or ValueKind.Dictionary => throw new EngineFaultException(
            $"Cannot dynamically create an instance of type '{StrictJson.NameOf(target)}'. Reason: Cannot create an instance of an interface.", "System.MissingMethodException"),
        _ => null,
    };
}
