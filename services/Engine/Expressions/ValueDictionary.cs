using System.Collections;
using System.Text.Json;

namespace Dukcapil.Engine.Expressions;

/// <summary>Few named values in order, without the cost of a dictionary; names are case-sensitive.</summary>
/// <param name="names">The names.</param>
/// <param name="values">Their values, same order.</param>
public sealed class ValueDictionary(IReadOnlyList<string> names, object?[] values) : IReadOnlyDictionary<string, object?>
{
    /// <summary>No values.</summary>
    public static readonly ValueDictionary Empty = new([], []);

    /// <inheritdoc/>
    public object? this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    /// <inheritdoc/>
    public IEnumerable<string> Keys => names;

    /// <inheritdoc/>
    public IEnumerable<object?> Values => values;

    /// <inheritdoc/>
    public int Count => values.Length;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, out object? value)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!string.Equals(names[i], key, StringComparison.Ordinal))
                continue;
            value = values[i];
            return true;
        }
        value = null;
        return false;
    }

    /// <summary>The same names with values of their own, untouched by what happens to the original.</summary>
    internal ValueDictionary Copy() => new(names, Array.ConvertAll(values, LiveValue.Freeze));

    /// <summary>Writes the values as one JSON object.</summary>
    /// <param name="writer">Where to.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        for (var i = 0; i < values.Length; i++)
        {
            writer.WritePropertyName(names[i]);
            JsonValues.Write(writer, values[i]);
        }
        writer.WriteEndObject();
    }

    /// <summary>The values as one JSON object.</summary>
    public JsonElement ToJson() => JsonValues.Build(WriteTo);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < values.Length; i++)
            yield return new(names[i], values[i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
