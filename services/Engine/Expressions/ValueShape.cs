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

    /// <summary>Whole number of 16 bits.</summary>
    Int16,

    /// <summary>Whole number of 32 bits.</summary>
    Int32,

    /// <summary>Whole number of 64 bits.</summary>
    Int64,

    /// <summary>Binary floating point of 32 bits.</summary>
    Single,

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

    /// <summary>Bytes, as base64 text.</summary>
    Bytes,

    /// <summary>Any JSON value; text stays text.</summary>
    Json,

    /// <summary>JSON object.</summary>
    JsonObject,

    /// <summary>Object a script may add to (ExpandoObject).</summary>
    Expando,

    /// <summary>Named values, as an interface (IDictionary).</summary>
    Dictionary,

    /// <summary>Named values, as a class (Dictionary).</summary>
    Map,

    /// <summary>Mode of a Switch or FlowSwitch.</summary>
    SwitchMode,

    /// <summary>Mode of a FlowJoin.</summary>
    JoinMode,

    /// <summary>Array of <see cref="ValueShape.Element"/>.</summary>
    Array,

    /// <summary>Collection of <see cref="ValueShape.Element"/>.</summary>
    List,
}

/// <summary>A kind and, of an array or collection, the kind of its elements.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Element">The kind of the elements.</param>
public readonly record struct ValueShape(ValueKind Kind, ValueKind Element = ValueKind.Object)
{
    /// <summary>Text.</summary>
    public static readonly ValueShape String = new(ValueKind.String);

    /// <summary>Anything.</summary>
    public static readonly ValueShape Object = new(ValueKind.Object);

    /// <summary>Whether null is no value of it.</summary>
    internal bool IsValueType => Kind is >= ValueKind.Boolean and <= ValueKind.Guid;

    /// <summary>Reads the type of a variable as Elsa does; null when Elsa does not know it and leaves the variable out.</summary>
    /// <param name="alias">Type alias or .NET name.</param>
    /// <param name="isArray">Whether the variable says it is an array of that type.</param>
    public static ValueShape? OfVariable(string alias, bool isArray)
    {
        if (KindOf(alias.TrimEnd('?')) is not { } kind)
            return null;
        if (isArray && kind != ValueKind.Bytes)
            return new(ValueKind.Array, kind);
        var holdsText = alias.StartsWith("String", StringComparison.OrdinalIgnoreCase) && kind is ValueKind.Dictionary or ValueKind.Map;
        return new(kind, holdsText ? ValueKind.String : ValueKind.Object);
    }

    /// <summary>Reads a type alias (<c>Int32</c>, <c>String[]</c>, <c>ICollection&lt;String&gt;</c>); an unknown one is anything.</summary>
    /// <param name="alias">The alias, null for anything.</param>
    public static ValueShape FromAlias(string? alias)
    {
        var name = (alias ?? "Object").TrimEnd('?');
        if (name.EndsWith("[]", StringComparison.Ordinal))
            return new(ValueKind.Array, KindOf(name[..^2]) ?? ValueKind.Object);
        var open = name.IndexOf('<', StringComparison.Ordinal);
        if (open > 0 && name.EndsWith('>') && !name.StartsWith("IDictionary", StringComparison.Ordinal))
            return new(ValueKind.List, KindOf(name[(open + 1)..^1]) ?? ValueKind.Object);
        return name is "ICollection" or "IEnumerable" or "IList" or "List" or "ObjectArray" ? new(ValueKind.List) : new(KindOf(name) ?? ValueKind.Object);
    }

    private static ValueKind? KindOf(string name)
    {
        // Besides Elsa's aliases, without regard to case, the .NET names of the runtime library are known.
        var isFull = name.StartsWith("System.", StringComparison.Ordinal);
        var simple = isFull ? name[(name.LastIndexOf('.') + 1)..].Split(',')[0] : name;
        return simple.ToUpperInvariant() switch
        {
            "OBJECT" => ValueKind.Object,
            "STRING" => ValueKind.String,
            "BOOLEAN" => ValueKind.Boolean,
            "INT16" => ValueKind.Int16,
            "INT32" => ValueKind.Int32,
            "INT64" => ValueKind.Int64,
            "LONG" when !isFull => ValueKind.Int64,
            "SINGLE" => ValueKind.Single,
            "DOUBLE" => ValueKind.Double,
            "DECIMAL" => ValueKind.Decimal,
            "DATETIME" => ValueKind.DateTime,
            "DATETIMEOFFSET" => ValueKind.DateTimeOffset,
            "DATEONLY" when isFull => ValueKind.DateOnly,
            "TIMESPAN" => ValueKind.TimeSpan,
            "GUID" => ValueKind.Guid,
            "BYTEARRAY" when !isFull => ValueKind.Bytes,
            "JSONELEMENT" or "JSONNODE" when !isFull => ValueKind.Json,
            "JSON" when !isFull => ValueKind.Expando,
            "JSONOBJECT" when !isFull => ValueKind.JsonObject,
            "STRINGMAP" or "OBJECTMAP" when !isFull => ValueKind.Map,
            "STRINGDICTIONARY" or "OBJECTDICTIONARY" when !isFull => ValueKind.Dictionary,
            _ => null,
        };
    }
}
