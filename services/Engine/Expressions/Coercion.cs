using System.Globalization;
using System.Text.Json;

namespace Dukcapil.Engine.Expressions;

/// <summary>
/// Converts a value to the type a definition declares, as measured on Elsa: what cannot be converted becomes the type's
/// default (text into a number is 0), a number that does not fit is a fault.
/// </summary>
/// <remarks>
/// Values inside the engine are null, string, bool, int, long, double, decimal, DateTime, DateTimeOffset, DateOnly, TimeSpan,
/// Guid, or a <see cref="JsonElement"/> that is an object or an array.
/// </remarks>
internal static class Coercion
{
    public static object? Convert(object? value, ValueShape target)
    {
        if (value is null || target.Kind == ValueKind.Object)
            return value;
        if (value is string text && target.Kind != ValueKind.String && string.IsNullOrWhiteSpace(text))
            return null;
        return target.Kind switch
        {
            ValueKind.String => ToText(value),
            ValueKind.Boolean => ToBoolean(value),
            ValueKind.Int32 => ToInt32(value),
            ValueKind.Int64 => ToInt64(value),
            ValueKind.Double => ToDouble(value),
            ValueKind.Decimal => ToDecimal(value),
            ValueKind.DateTime => ToDateTime(value),
            ValueKind.DateTimeOffset => ToDateTimeOffset(value),
            ValueKind.DateOnly => value is DateOnly ? value : DateOnly.FromDateTime(ToDateTime(value)),
            ValueKind.TimeSpan => ToTimeSpan(value),
            ValueKind.Guid => value is Guid ? value : value is string s && Guid.TryParse(s, out var guid) ? guid : Guid.Empty,
            ValueKind.Json => ToJson(value),
            _ => ToList(value, target.Element),
        };
    }

    public static bool ToBoolean(object? value) => value switch
    {
        bool b => b,
        string s => bool.TryParse(s.Trim(), out var parsed) && parsed,
        int i => i != 0,
        long l => l != 0,
        double d => d != 0,
        decimal m => m != 0,
        _ => false,
    };

    public static string ToText(object value) => value switch
    {
        string s => s,
        bool b => b ? "True" : "False",
        JsonElement json => JsonValues.ToText(json),
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    public static int ToInt32(object? value) => value switch
    {
        int i => i,
        string s => ParseWhole(s, int.TryParse, System.Convert.ToInt32),
        bool or long or double or decimal => System.Convert.ToInt32(value, CultureInfo.InvariantCulture),
        _ => 0,
    };

    private static long ToInt64(object? value) => value switch
    {
        long l => l,
        string s => ParseWhole(s, long.TryParse, System.Convert.ToInt64),
        bool or int or double or decimal => System.Convert.ToInt64(value, CultureInfo.InvariantCulture),
        _ => 0,
    };

    private delegate bool TryParse<T>(string text, NumberStyles style, IFormatProvider? culture, out T value);

    private static T ParseWhole<T>(string text, TryParse<T> parse, Func<string, IFormatProvider, T> convert) where T : struct
    {
        if (parse(text.Trim(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value))
            return value;
        try
        {
            return convert(text, CultureInfo.InvariantCulture); // Tells a number that does not fit (fault) from text (default).
        }
        catch (FormatException)
        {
            return default;
        }
    }

    private static double ToDouble(object? value) => value switch
    {
        double d => d,
        string s => double.TryParse(s, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0,
        bool or int or long or decimal => System.Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => 0,
    };

    private static decimal ToDecimal(object? value) => value switch
    {
        decimal m => m,
        string s => decimal.TryParse(s, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0,
        bool or int or long or double => System.Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        _ => 0,
    };

    private static DateTime ToDateTime(object value) => value switch
    {
        DateTime time => time,
        DateTimeOffset time => time.DateTime,
        DateOnly date => date.ToDateTime(TimeOnly.MinValue),
        string s when DateTime.TryParse(s, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var parsed)
            => DateTime.SpecifyKind(parsed, DateTimeKind.Unspecified),
        _ => default,
    };

    private static DateTimeOffset ToDateTimeOffset(object value) => value switch
    {
        DateTimeOffset time => time,
        DateTime time => new(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
        DateOnly date => new(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
        string s when DateTimeOffset.TryParse(s, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed) => parsed,
        _ => default,
    };

    private static TimeSpan ToTimeSpan(object value) => value switch
    {
        TimeSpan span => span,
        string s when TimeSpan.TryParse(s, CultureInfo.InvariantCulture, out var parsed) => parsed,
        _ => TimeSpan.Zero,
    };

    private static object? ToJson(object value) => value switch
    {
        JsonElement json => json,
        string s when s.AsSpan().TrimStart() is ['{' or '[', ..] => JsonValues.Parse(s),
        _ => null,
    };

    private static JsonElement? ToList(object value, ValueKind element)
    {
        if (value is string text)
        {
            if (text.AsSpan().TrimStart() is not ['[', ..])
                return element is ValueKind.String or ValueKind.Object ? JsonValues.List([text]) : null;
            value = JsonValues.Parse(text)!;
        }
        if (value is not JsonElement { ValueKind: JsonValueKind.Array } list)
            return null;
        if (element == ValueKind.Object)
            return list;
        return JsonValues.List(list.EnumerateArray().Select(item => Convert(JsonValues.FromJson(item), new(element))));
    }
}
