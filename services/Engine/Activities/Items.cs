using System.Text.Json;

namespace Dukcapil.Engine.Activities;

/// <summary>Lists as inputs give them.</summary>
internal static class Items
{
    /// <summary>The items of an array; nothing else has any.</summary>
    public static List<object?> Of(object? value) =>
        value is JsonElement { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(Expressions.JsonValues.FromJson)]
        : value is Expressions.LiveValue live ? [.. live.Items] : [];

    public static string[] Texts(object? value) =>
        Expressions.LiveValue.Freeze(value) is JsonElement { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(item => item.ToString())] : [];
}
