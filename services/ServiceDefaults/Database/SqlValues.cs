using Npgsql;
using NpgsqlTypes;

namespace Dukcapil.ServiceDefaults.Database;

/// <summary>Parameters of hand-written SQL, by their PostgreSQL type.</summary>
public static class SqlValues
{
    /// <summary><c>uuid[]</c></summary>
    public static NpgsqlParameter Uuids(IEnumerable<Guid> values) => Array(NpgsqlDbType.Uuid, values.ToArray());

    /// <summary><c>uuid[]</c> with nulls.</summary>
    public static NpgsqlParameter Uuids(IEnumerable<Guid?> values) => Array(NpgsqlDbType.Uuid, values.ToArray());

    /// <summary><c>text[]</c></summary>
    public static NpgsqlParameter Texts(IEnumerable<string?> values) => Array(NpgsqlDbType.Text, values.ToArray());

    /// <summary><c>integer[]</c></summary>
    public static NpgsqlParameter Integers(IEnumerable<int> values) => Array(NpgsqlDbType.Integer, values.ToArray());

    /// <summary><c>bigint[]</c></summary>
    public static NpgsqlParameter Longs(IEnumerable<long> values) => Array(NpgsqlDbType.Bigint, values.ToArray());

    /// <summary><c>boolean[]</c></summary>
    public static NpgsqlParameter Booleans(IEnumerable<bool> values) => Array(NpgsqlDbType.Boolean, values.ToArray());

    /// <summary><c>bytea[]</c></summary>
    public static NpgsqlParameter Bytes(IEnumerable<byte[]> values) => Array(NpgsqlDbType.Bytea, values.ToArray());

    /// <summary><c>timestamptz[]</c></summary>
    public static NpgsqlParameter Times(IEnumerable<DateTimeOffset> values) => Array(NpgsqlDbType.TimestampTz, values.Select(v => v.UtcDateTime).ToArray());

    /// <summary><c>timestamptz[]</c> with nulls.</summary>
    public static NpgsqlParameter Times(IEnumerable<DateTimeOffset?> values) =>
        Array(NpgsqlDbType.TimestampTz, values.Select(v => v?.UtcDateTime).ToArray());

    /// <summary><c>timestamptz</c></summary>
    public static NpgsqlParameter Time(DateTimeOffset value) => new NpgsqlParameter<DateTime> { TypedValue = value.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz };

    /// <summary><c>bigint</c></summary>
    public static NpgsqlParameter Long(long value) => new NpgsqlParameter<long> { TypedValue = value };

    /// <summary><c>json</c></summary>
    public static NpgsqlParameter Json(string value) => new NpgsqlParameter<string> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Json };

    private static NpgsqlParameter<T> Array<T>(NpgsqlDbType element, T values) => new() { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | element };
}
