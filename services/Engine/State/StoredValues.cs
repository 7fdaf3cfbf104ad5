using System.Globalization;
using System.Text.Json;
using Dukcapil.Engine.Expressions;

namespace Dukcapil.Engine.State;

/// <summary>
/// Values as they are stored: JSON where JSON says it all, and <c>{"$":kind,"v":text}</c> where it does not (dates, durations,
/// decimals, NaN), so that an instance goes on after a restart exactly as it would have without.
/// </summary>
internal static class StoredValues
{
    private const string Mark = "$";

    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case DateTime { Kind: DateTimeKind.Local } time: Tagged(writer, "local", DateTime.SpecifyKind(time, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture)); break;
            case DateTime time: Tagged(writer, "time", time.ToString("O", CultureInfo.InvariantCulture)); break;
            case DateTimeOffset time: Tagged(writer, "offset", time.ToString("O", CultureInfo.InvariantCulture)); break;
            case DateOnly date: Tagged(writer, "date", date.ToString("O", CultureInfo.InvariantCulture)); break;
            case TimeSpan span: Tagged(writer, "span", span.ToString("c", CultureInfo.InvariantCulture)); break;
            case Guid guid: Tagged(writer, "guid", guid.ToString("D")); break;
            case decimal number: Tagged(writer, "decimal", number.ToString(CultureInfo.InvariantCulture)); break;
            case double number when !double.IsFinite(number): Tagged(writer, "double", number.ToString(CultureInfo.InvariantCulture)); break;
            case JsonElement { ValueKind: not JsonValueKind.Array } json when json.ValueKind != JsonValueKind.Object || json.TryGetProperty(Mark, out _):
                writer.WriteStartObject();
                writer.WriteString(Mark, "json");
                writer.WritePropertyName("v");
                json.WriteTo(writer);
                writer.WriteEndObject();
                break;
            default: JsonValues.Write(writer, value); break;
        }
    }

    public static object? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(Mark, out var mark))
            return JsonValues.FromJson(json);
        var stored = json.GetProperty("v");
        var text = stored.ValueKind == JsonValueKind.String ? stored.GetString()! : "";
        return mark.GetString() switch
        {
            "json" => stored,
            "utc" or "time" => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            "local" => DateTime.SpecifyKind(DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), DateTimeKind.Local),
            "offset" => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            "date" => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture),
            "span" => TimeSpan.Parse(text, CultureInfo.InvariantCulture),
            "guid" => Guid.Parse(text),
            "decimal" => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
            "double" => double.Parse(text, CultureInfo.InvariantCulture),
            var other => throw new FormatException($"Unknown stored value '{other}'."),
        };
    }

    private static void Tagged(Utf8JsonWriter writer, string kind, string text)
    {
        writer.WriteStartObject();
        writer.WriteString(Mark, kind);
        writer.WriteString("v", text);
        writer.WriteEndObject();
    }
}
