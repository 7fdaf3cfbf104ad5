using System.Text.Json;
using Dukcapil.Engine.Expressions;

namespace Dukcapil.Engine.Definitions;

/// <summary>Reads declared variables with their defaults.</summary>
internal static class VariableReader
{
    public static VariableDefinition[] Read(IEnumerable<JsonElement> variables) =>
        [.. variables.Select(Read).OfType<VariableDefinition>()];

    /// <summary>Null for what is no variable: without a name, or of a type Elsa does not know and leaves out.</summary>
    private static VariableDefinition? Read(JsonElement json)
    {
        var typeName = json.Text("typeName") ?? "Object";
        if (json.Text("name") is not { } name || ValueShape.OfVariable(typeName, json.Flag("isArray")) is not { } shape)
            return null;
        var driver = json.Text("storageDriverTypeName");
        return new(
            json.Text("id") is { Length: > 0 } id ? id : name, name, typeName, shape, Default(json, shape), IsPersistent(driver),
            driver?.Contains("WorkflowStorageDriver", StringComparison.Ordinal) == true);
    }

    /// <summary>
    /// Elsa keeps a default as text and formats dates without seconds (measured: 07:08:09 comes back as 07:08:00); an empty text
    /// is no value; what cannot be converted is no value either.
    /// </summary>
    private static object? Default(JsonElement json, ValueShape shape)
    {
        var value = JsonValues.FromJson(json.Get("value")) is string written ? AsStored(written, shape) : null;
        if (value is null)
            return null;
        try
        {
            return Coercion.Convert(value, shape) switch
            {
                DateTime time => new DateTime(time.Ticks - time.Ticks % TimeSpan.TicksPerMinute),
                DateTimeOffset time => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMinute)),
                var converted => converted,
            };
        }
        catch (Exception error) when (error is EngineFaultException or OverflowException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Text that is a time in ISO 8601 is stored as a time and comes back in another format; blank text is no value.</summary>
    private static string? AsStored(string text, ValueShape shape)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return shape.Kind is ValueKind.String or ValueKind.Object && JsonValues.ToElement(text).TryGetDateTimeOffset(out var time)
            ? time.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : text;
    }

    /// <summary>Whether a storage driver keeps values over a suspension; the second name is that of older definitions.</summary>
    public static bool IsPersistent(string? driver) =>
        driver is not null
        && (driver.Contains("WorkflowInstanceStorageDriver", StringComparison.Ordinal)
            || driver.Contains("WorkflowStorageDriver", StringComparison.Ordinal));
}
