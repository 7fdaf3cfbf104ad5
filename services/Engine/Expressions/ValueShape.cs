namespace Dukcapil.Engine.Expressions;

/// <summary>What a value of a definition is meant to be, after Elsa's type aliases.</summary>
public enum ValueKind
{
    /// <summary>Anything: kept as it is.</summary>
    Object,

    /// <summary>Text.</summary>
    String,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Whole number of 32 bits.</summary>
    Int32,

    /// <summary>Whole number of 64 bits.</summary>
    Int64,

    /// <summary>Binary floating point.</summary>
    Double,

    /// <summary>Decimal number.</summary>
    Decimal,

    /// <summary>Date and time without offset.</summary>
    DateTime,

    /// <summary>Date and time with offset.</summary>
    DateTimeOffset,

    /// <summary>Date.</summary>
    DateOnly,

    /// <summary>Duration.</summary>
    TimeSpan,

    /// <summary>GUID.</summary>
    Guid,

    /// <summary>JSON object or array, also a dictionary of anything.</summary>
    Json,

    /// <summary>List of <see cref="ValueShape.Element"/>.</summary>
    List,
}

/// <summary>A kind and, of a list, the kind of its elements.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Element">The kind of the elements when <paramref name="Kind"/> is a list.</param>
public readonly record struct ValueShape(ValueKind Kind, ValueKind Element = ValueKind.Object)
{
    /// <summary>Text.</summary>
    public static readonly ValueShape String = new(ValueKind.String);

    /// <summary>Anything.</summary>
    public static readonly ValueShape Object = new(ValueKind.Object);

    /// <summary>Reads a type alias of an Elsa definition (<c>Int32</c>, <c>String[]</c>, <c>ICollection&lt;String&gt;</c>); an unknown one is anything.</summary>
    /// <param name="alias">The alias, null for anything.</param>
    /// <param name="isArray">Whether the variable says it is an array of that type.</param>
    public static ValueShape FromAlias(string? alias, bool isArray = false)
    {
        var name = (alias ?? "Object").TrimEnd('?');
        if (name.EndsWith("[]", StringComparison.Ordinal))
            return new(ValueKind.List, KindOf(name[..^2]));
        var open = name.IndexOf('<', StringComparison.Ordinal);
        if (open > 0 && name.EndsWith('>') && !name.StartsWith("IDictionary", StringComparison.Ordinal))
            return new(ValueKind.List, KindOf(name[(open + 1)..^1]));
        return isArray ? new(ValueKind.List, KindOf(name)) : new(KindOf(name));
    }

    /// <summary>Whether an alias names a type at all, one of Elsa's or a list of one; a value of an unknown type would be kept unconverted.</summary>
    /// <param name="alias">The alias.</param>
    public static bool IsKnownAlias(string alias)
    {
        var name = alias.TrimEnd('?');
        if (name.EndsWith("[]", StringComparison.Ordinal))
            return IsKnownAlias(name[..^2]);
        var open = name.IndexOf('<', StringComparison.Ordinal);
        if (open > 0 && name.EndsWith('>'))
            return name[..open] is "ICollection" or "IEnumerable" or "IList" or "List" or "IDictionary" && name[(open + 1)..^1].Split(',').All(part => IsKnownAlias(part.Trim()));
        return KindOf(name) != ValueKind.Object || name is "Object" or "Any" or "JSON" or "JsonElement" or "IDictionary" or "ByteArray" or "TimeOnly";
    }

    private static ValueKind KindOf(string name) => name switch
    {
        "String" => ValueKind.String,
        "Boolean" => ValueKind.Boolean,
        "Int16" or "Int32" or "Byte" => ValueKind.Int32,
        "Int64" or "Long" => ValueKind.Int64,
        "Single" or "Double" => ValueKind.Double,
        "Decimal" => ValueKind.Decimal,
        "DateTime" => ValueKind.DateTime,
        "DateTimeOffset" => ValueKind.DateTimeOffset,
        "DateOnly" => ValueKind.DateOnly,
        "TimeSpan" => ValueKind.TimeSpan,
        "Guid" => ValueKind.Guid,
        "ObjectDictionary" or "StringDictionary" or "ExpandoObject" or "JsonNode" or "JsonObject" or "JsonArray" => ValueKind.Json,
        "ICollection" or "IEnumerable" or "IList" or "List" or "ObjectArray" => ValueKind.List,
        _ => ValueKind.Object,
    };
}
