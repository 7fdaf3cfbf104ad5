using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Dukcapil.Engine.Expressions;

/// <summary>Between the engine's values and JSON.</summary>
public static class JsonValues
{
    /// <summary>Values nest up to 64 levels inside what holds them.</summary>
    internal static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    /// <summary>Escapes as Elsa does where a value becomes text: every letter as it is, quotes and markup as codes.</summary>
    internal static readonly JsonWriterOptions AsElsaWrites = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), MaxDepth = 256 };

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The engine's value of a JSON value: scalars as .NET values, objects and arrays as they are.</summary>
    /// <param name="json">Any JSON value.</param>
    public static object? FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => Number(json),
        JsonValueKind.Object or JsonValueKind.Array => json,
        _ => null,
    };

    /// <summary>Writes a value of the engine as JSON. NaN and infinities, which JSON lacks, are null.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">A value of the engine.</param>
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): writer.WriteNumberValue(number); break;
            case double: writer.WriteNullValue(); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case DateTime { Kind: DateTimeKind.Local } time: writer.WriteStringValue(new DateTimeOffset(time.Ticks, TimeSpan.Zero)); break; // The engine's local time is UTC.
            case DateTime time: writer.WriteStringValue(time); break;
            case DateTimeOffset time: writer.WriteStringValue(time); break;
            case DateOnly date: writer.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case Guid guid: writer.WriteStringValue(guid); break;
            case TimeSpan span: writer.WriteStringValue(span.ToString("c", CultureInfo.InvariantCulture)); break;
            case JsonElement { ValueKind: JsonValueKind.Undefined }: writer.WriteNullValue(); break;
            case JsonElement json: json.WriteTo(writer); break;
            case LiveValue live: Write(writer, live.Json); break;
            default: writer.WriteStringValue(Coercion.ToText(value)); break;
        }
    }

    /// <summary>A value of the engine as a JSON element of its own.</summary>
    /// <param name="value">A value of the engine.</param>
    public static JsonElement ToElement(object? value) => LiveValue.Freeze(value) is JsonElement json ? json : Build(writer => Write(writer, value));

    /// <summary>A value of the engine as compact JSON text, escaped as Elsa escapes.</summary>
    /// <param name="value">A value of the engine.</param>
    public static string ToText(object? value)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, AsElsaWrites))
            Write(writer, value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static JsonElement Build(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Relaxed))
            write(writer);
        return JsonElement.Parse(buffer.WrittenSpan, Deep);
    }

    internal static object? Parse(string text)
    {
        try
        {
            return FromJson(JsonElement.Parse(text));
        }
        catch (JsonException error)
        {
            throw new EngineFaultException($"Failed to deserialize {text}", "Elsa.Expressions.Exceptions.TypeConversionException", error);
        }
    }

    internal static JsonElement List(IEnumerable<object?> items) => Build(writer =>
    {
        writer.WriteStartArray();
        foreach (var item in items)
            Write(writer, item);
        writer.WriteEndArray();
    });

    private static object Number(JsonElement json)
    {
        if (json.TryGetInt32(out var small))
            return small;
        if (json.TryGetInt64(out var whole))
            return whole;
        return json.GetDouble();
    }
}
