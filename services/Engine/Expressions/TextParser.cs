using System.Globalization;

namespace Dukcapil.Engine.Expressions;

/// <summary>Text into scalars: first strictly, as .NET's type converters do, then as loosely as its conversions do.</summary>
internal static class TextParser
{
    public static bool TryParse(string text, ValueKind kind, out object? value)
    {
        var invariant = CultureInfo.InvariantCulture;
        var trimmed = text.Trim();
        value = kind switch
        {
            ValueKind.Boolean when bool.TryParse(trimmed, out var flag) => flag,
            ValueKind.Int16 when TryWhole(trimmed, out var small) && small is >= short.MinValue and <= short.MaxValue => (int)small,
            ValueKind.Int32 when TryWhole(trimmed, out var whole) && whole is >= int.MinValue and <= int.MaxValue => (int)whole,
            ValueKind.Int64 when TryWhole(trimmed, out var large) => large,
            ValueKind.Single or ValueKind.Double when double.TryParse(trimmed, NumberStyles.Float, invariant, out var real) => real,
            ValueKind.Decimal when TryDecimal(trimmed, out var number) => number,
            ValueKind.DateTime when trimmed.Length == 0 => DateTime.MinValue,
            ValueKind.DateTime when HasDate(trimmed) && DateTime.TryParse(trimmed, invariant, DateTimeStyles.None, out var time) => Local(time, trimmed),
            ValueKind.DateTimeOffset when trimmed.Length == 0 => DateTimeOffset.MinValue,
            ValueKind.DateTimeOffset when HasDate(trimmed) && DateTimeOffset.TryParse(trimmed, invariant, DateTimeStyles.AssumeUniversal, out var time) => time,
            ValueKind.DateOnly when trimmed.Length == 0 => DateOnly.MinValue,
            ValueKind.DateOnly when DateOnly.TryParse(trimmed, invariant, out var date) => date,
            ValueKind.TimeSpan when TimeSpan.TryParse(trimmed, invariant, out var span) => span,
            ValueKind.Guid when Guid.TryParse(trimmed, out var guid) => guid,
            _ => null,
        };
        return value is not null;
    }

    /// <summary>A number written with thousands is taken, one that does not fit is a fault, anything else is no number.</summary>
    public static object? ParseLoosely(string text, ValueKind kind)
    {
        try
        {
            return kind switch
            {
                ValueKind.Int16 => (int)Convert.ToInt16(text, CultureInfo.InvariantCulture),
                ValueKind.Int32 => Convert.ToInt32(text, CultureInfo.InvariantCulture),
                ValueKind.Int64 => Convert.ToInt64(text, CultureInfo.InvariantCulture),
                ValueKind.Single or ValueKind.Double => Convert.ToDouble(text, CultureInfo.InvariantCulture),
                ValueKind.Decimal => Convert.ToDecimal(text, CultureInfo.InvariantCulture),
                _ => null,
            };
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool TryWhole(string text, out long value)
    {
        var hex = text.StartsWith('#') ? text[1..]
            : text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) || text.StartsWith("&h", StringComparison.OrdinalIgnoreCase) ? text[2..] : null;
        return hex is null
            ? long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value)
            : long.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>A time of day alone would be today's: no engine value depends on the day it is read.</summary>
    private static bool HasDate(string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault | DateTimeStyles.RoundtripKind, out var time) && time.Date > DateTime.MinValue;

    private static bool TryDecimal(string text, out decimal value) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    /// <summary>A time with an offset becomes the office's local time, which for the engine is UTC.</summary>
    private static DateTime Local(DateTime parsed, string text) => parsed.Kind == DateTimeKind.Unspecified
        ? parsed
        : DateTime.SpecifyKind(DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal), DateTimeKind.Local);
}
