using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Jint;
using Jint.Native;
using Jint.Native.Object;

namespace Dukcapil.Engine.Expressions;

/// <summary>Values between the engine and JavaScript. Objects cross as copies, never as references to .NET objects.</summary>
internal static class ScriptValues
{
    private const int MaxDepth = 64;

    public static JsValue ToScript(Jint.Engine engine, object? value) => value switch
    {
        null => JsValue.Null,
        string text => new JsString(text),
        bool flag => flag ? JsBoolean.True : JsBoolean.False,
        int number => JsNumber.Create(number),
        long number => JsNumber.Create((double)number),
        double number => JsNumber.Create(number),
        decimal number => JsNumber.Create((double)number),
        DateTime time => JsValue.FromObject(engine, DateTime.SpecifyKind(time, DateTimeKind.Utc)),
        DateTimeOffset time => JsValue.FromObject(engine, time.UtcDateTime),
        JsonElement json => ToScript(engine, json),
        _ => new JsString(Coercion.ToText(value)),
    };

    public static object? FromScript(JsValue value, int maxSize)
    {
        if (value.IsNull() || value.IsUndefined())
            return null;
        if (value.IsString())
            return value.AsString();
        if (value.IsBoolean())
            return value.AsBoolean();
        if (value.IsNumber())
            return value.AsNumber();
        if (value.IsDate())
            return value.AsDate().ToDateTime();
        if (value is not ObjectInstance instance)
            return value.ToString();
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new() { MaxDepth = MaxDepth * 2 }))
            Write(writer, instance, 0, buffer, maxSize);
        return JsonElement.Parse(buffer.WrittenSpan, JsonValues.Deep);
    }

    public static JsValue ToScript(Jint.Engine engine, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                var target = new JsObject(engine);
                foreach (var property in json.EnumerateObject())
                    target.FastSetDataProperty(property.Name, ToScript(engine, property.Value));
                return target;
            case JsonValueKind.Array:
                return new JsArray(engine, [.. json.EnumerateArray().Select(item => ToScript(engine, item))]);
            default:
                return ToScript(engine, JsonValues.FromJson(json));
        }
    }

    private static void Write(Utf8JsonWriter writer, JsValue value, int depth, ArrayBufferWriter<byte> buffer, int maxSize)
    {
        if (depth > MaxDepth || buffer.WrittenCount + writer.BytesPending > maxSize)
            throw new EngineFaultException("Nilai ekspresi terlalu besar atau terlalu dalam.", "Dukcapil.Engine.ValueTooLarge");
        switch (value)
        {
            case JsArray array:
                writer.WriteStartArray();
                for (var i = 0u; i < array.Length; i++)
                    Write(writer, array[i], depth + 1, buffer, maxSize);
                writer.WriteEndArray();
                break;
            case JsDate date:
                writer.WriteStringValue(date.ToDateTime().ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture));
                break;
            case Jint.Native.Function.Function:
                writer.WriteNullValue();
                break;
            case ObjectInstance instance:
                writer.WriteStartObject();
                foreach (var (key, descriptor) in instance.GetOwnProperties())
                {
                    if (!key.IsString() || !descriptor.Enumerable)
                        continue;
                    writer.WritePropertyName(key.AsString());
                    Write(writer, instance.Get(key), depth + 1, buffer, maxSize);
                }
                writer.WriteEndObject();
                break;
            default:
                JsonValues.Write(writer, FromScript(value, maxSize));
                break;
        }
    }
}
