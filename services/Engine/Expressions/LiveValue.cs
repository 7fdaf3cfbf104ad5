using System.Collections;
using System.Dynamic;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dukcapil.Engine.Expressions;

/// <summary>
/// An object or a list while a burst runs: the .NET object that scripts share, as in Elsa. Whoever reads it twice reads the same one,
/// what a script changes in it is changed for all, and its type decides what it looks like as text and what it converts to. Between
/// bursts it is JSON.
/// </summary>
/// <param name="target">An ExpandoObject, dictionary, array, list or JSON node, and nothing else.</param>
internal sealed class LiveValue(object target)
{
    private const int MaxDepth = 64;

    public object Target => target;

    public bool IsArray => target is not (JsonObject or IDictionary<string, object?>);

    /// <summary>Its value now.</summary>
    public JsonElement Json
    {
        get
        {
            try
            {
                return JsonValues.Build(writer => Write(writer, target, 0));
            }
            catch (Exception error) when (error is EngineFaultException or InvalidOperationException or ArgumentException)
            {
                return default; // Too deep, or holding itself: the script that made it so has failed already.
            }
        }
    }

    /// <summary>The items of a list, as values of the engine.</summary>
    public IEnumerable<object?> Items => IsArray ? ((IEnumerable)target).Cast<object?>().Select(Of) : [];

    /// <summary>The value of the engine for what an object or list holds.</summary>
    public static object? Of(object? held) => held switch
    {
        JsonElement { ValueKind: JsonValueKind.Object or JsonValueKind.Array } json => new LiveValue(Node(json)),
        JsonElement json => JsonValues.FromJson(json),
        JsonValue scalar => JsonValues.FromJson(JsonSerializer.SerializeToElement(scalar)),
        float real => (double)real,
        short small => (int)small,
        JsonNode or IDictionary<string, object?> => new LiveValue(held),
        IEnumerable and not string => new LiveValue(held),
        _ => held,
    };

    /// <summary>What comes from outside with a task, an event or a start.</summary>
    public static object? FromOutside(JsonElement json) => Of(Expanded(json, list: items => items));

    /// <summary>What a variable holds between bursts, as the type it is declared with makes of it.</summary>
    public static LiveValue OfVariable(JsonElement json, ValueShape shape, bool wasStored) => new(shape.Kind switch
    {
        ValueKind.Array when json.ValueKind == JsonValueKind.Array && StrictJson.TryRead(json, shape, out _) => TypedArray(json, shape.Element),
        ValueKind.Expando when json.ValueKind == JsonValueKind.Object => Loose(new ExpandoObject(), json),
        ValueKind.Dictionary or ValueKind.Map when json.ValueKind == JsonValueKind.Object => wasStored
            ? Expanded(json, new Dictionary<string, object?>(), items => items.ToList())
            : Loose(new Dictionary<string, object?>(), json),
        _ => Node(json, new() { PropertyNameCaseInsensitive = true }), // As Elsa reads them.
    });

    /// <summary>The value as it is kept and told to others.</summary>
    public static object? Freeze(object? value) => value is LiveValue live ? live.Json is { ValueKind: not JsonValueKind.Undefined } json ? json : null : value;

    /// <summary>Whether it is, or holds, a number JSON cannot write.</summary>
    public static bool IsNonFinite(object? value) => IsNonFinite(value is LiveValue live ? live.Target : value, 0);

    /// <summary>Fails when it is larger or deeper than a value may be.</summary>
    public void Check(int maxSize)
    {
        var left = maxSize;
        Measure(target, 0, ref left);
    }

    public static EngineFaultException TooLarge() => new("Nilai ekspresi terlalu besar atau terlalu dalam.", "Dukcapil.Engine.ValueTooLarge");

    private static bool IsNonFinite(object? held, int depth) => depth <= MaxDepth && held switch
    {
        double number => !double.IsFinite(number),
        float number => !float.IsFinite(number),
        JsonNode => false,
        IDictionary<string, object?> map => map.Values.Any(value => IsNonFinite(value, depth + 1)),
        object?[] or List<object?> or double[] or float[] => ((IEnumerable)held).Cast<object?>().Any(item => IsNonFinite(item, depth + 1)),
        _ => false,
    };

    private static void Measure(object? held, int depth, ref int left)
    {
        left -= held is string text ? text.Length + 2 : 5;
        if (depth > MaxDepth || left < 0)
            throw TooLarge();
        switch (held)
        {
            case JsonObject node:
                foreach (var (name, value) in node)
                    MeasureNamed(name, value, depth, ref left);
                break;
            case IDictionary<string, object?> map:
                foreach (var (name, value) in map)
                    MeasureNamed(name, value, depth, ref left);
                break;
            case JsonValue or JsonElement or string:
                break;
            case IEnumerable list:
                foreach (var item in list)
                    Measure(item, depth + 1, ref left);
                break;
        }
    }

    private static void MeasureNamed(string name, object? value, int depth, ref int left)
    {
        left -= name.Length + 3;
        Measure(value, depth + 1, ref left);
    }

    private static void Write(Utf8JsonWriter writer, object? held, int depth)
    {
        if (depth > MaxDepth)
            throw TooLarge();
        switch (held)
        {
            case JsonNode node:
                node.WriteTo(writer);
                break;
            case IDictionary<string, object?> map:
                writer.WriteStartObject();
                foreach (var (name, value) in map)
                {
                    writer.WritePropertyName(name);
                    Write(writer, value, depth + 1);
                }
                writer.WriteEndObject();
                break;
            case IEnumerable list and not string:
                writer.WriteStartArray();
                foreach (var item in list)
                    Write(writer, item, depth + 1);
                writer.WriteEndArray();
                break;
            case DateTime { Kind: DateTimeKind.Utc } time:
                writer.WriteStringValue(time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", System.Globalization.CultureInfo.InvariantCulture));
                break;
            default:
                JsonValues.Write(writer, Of(held));
                break;
        }
    }

    private static JsonNode Node(JsonElement json, JsonNodeOptions? options = null) =>
        json.ValueKind == JsonValueKind.Array ? JsonArray.Create(json, options)! : JsonObject.Create(json, options)!;

    private static object? Expanded(JsonElement json, Func<IEnumerable<object?>, object> list) => json.ValueKind switch
    {
        JsonValueKind.Object => Expanded(json, new ExpandoObject(), list),
        JsonValueKind.Array => list(json.EnumerateArray().Select(item => Expanded(item, list)).ToArray()),
        _ => JsonValues.FromJson(json),
    };

    private static IDictionary<string, object?> Expanded(JsonElement json, IDictionary<string, object?> target, Func<IEnumerable<object?>, object> list)
    {
        foreach (var property in json.EnumerateObject())
            target[property.Name] = Expanded(property.Value, list);
        return target;
    }

    private static IDictionary<string, object?> Loose(IDictionary<string, object?> target, JsonElement json)
    {
        foreach (var property in json.EnumerateObject())
            target[property.Name] = property.Value.ValueKind == JsonValueKind.Null ? null : property.Value;
        return target;
    }

    private static Array TypedArray(JsonElement json, ValueKind element)
    {
        var items = json.EnumerateArray().ToArray();
        return element switch
        {
            ValueKind.Boolean => Array.ConvertAll(items, item => item.GetBoolean()),
            ValueKind.Int16 => Array.ConvertAll(items, item => item.GetInt16()),
            ValueKind.Int32 => Array.ConvertAll(items, item => item.GetInt32()),
            ValueKind.Int64 => Array.ConvertAll(items, item => item.GetInt64()),
            ValueKind.Single => Array.ConvertAll(items, item => item.GetSingle()),
            ValueKind.Double => Array.ConvertAll(items, item => item.GetDouble()),
            ValueKind.Decimal => Array.ConvertAll(items, item => item.GetDecimal()),
            ValueKind.String => Array.ConvertAll(items, item => item.GetString()),
            ValueKind.Object => Array.ConvertAll(items, item => item.ValueKind == JsonValueKind.Null ? null : (object)item),
            _ => Array.ConvertAll(items, item => Coercion.Convert(JsonValues.FromJson(item), new(element))),
        };
    }
}
