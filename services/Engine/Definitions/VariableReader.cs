using System.Text.Json;
using Dukcapil.Engine.Expressions;

namespace Dukcapil.Engine.Definitions;

/// <summary>Reads declared variables with their defaults.</summary>
internal static class VariableReader
{
    public static VariableDefinition[] Read(IEnumerable<JsonElement> variables) =>
        [.. variables.Where(json => json.ValueKind == JsonValueKind.Object && json.Text("name") is not null).Select(Read)];

    private static VariableDefinition Read(JsonElement json)
    {
        var name = json.Text("name")!;
        var typeName = json.Text("typeName") ?? "Object";
        var shape = ValueShape.FromAlias(typeName, json.Flag("isArray"));
        return new(json.Text("id") ?? name, name, typeName, shape, Default(json, shape), IsPersistent(json.Text("storageDriverTypeName")));
    }

    /// <summary>
    /// Elsa keeps a default as text and formats dates without seconds (measured: 07:08:09 comes back as 07:08:00); an empty text
    /// is no value; what cannot be converted is no value either.
    /// </summary>
    private static object? Default(JsonElement json, ValueShape shape)
    {
        var value = JsonValues.FromJson(json.Get("value"));
        if (value is null or "")
            return null;
        try
        {
            return Coercion.Convert(value, shape) switch
            {
                DateTime time => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMinute)),
                DateTimeOffset time => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMinute)),
                var converted => converted,
            };
        }
        catch (Exception error) when (error is EngineFaultException or OverflowException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether a storage driver keeps values over a suspension; the second name is that of older definitions.</summary>
    public static bool IsPersistent(string? driver) =>
        driver is not null
        && (driver.Contains("WorkflowInstanceStorageDriver", StringComparison.Ordinal)
            || driver.Contains("WorkflowStorageDriver", StringComparison.Ordinal));
}
