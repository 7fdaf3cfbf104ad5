using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Dukcapil.ServiceDefaults.Database;

/// <summary>
/// Rows of a table as one parameter, for statements that write many rows at once (<c>json_populate_recordset</c>). Columns and conversions are those of the
/// model, so a row written this way and one that EF writes are the same.
/// </summary>
internal static class SqlRows
{
    private static readonly ConcurrentDictionary<IEntityType, (JsonEncodedText Column, Func<object, object?> Value)[]> Columns = new();

    /// <summary>The rows, of one table, as a JSON array.</summary>
    public static NpgsqlParameter Of(DbContext db, IReadOnlyList<object> rows)
    {
        var columns = Columns.GetOrAdd(db.Model.FindEntityType(rows[0].GetType())!, ColumnsOf);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var row in rows) WriteRow(json, columns, row);
            json.WriteEndArray();
        }
        return SqlValues.Json(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void WriteRow(Utf8JsonWriter json, (JsonEncodedText Column, Func<object, object?> Value)[] columns, object row)
    {
        json.WriteStartObject();
        foreach (var (column, value) in columns)
        {
            switch (value(row))
            {
                case null: json.WriteNull(column); break;
                case string v: json.WriteString(column, v); break;
                case bool v: json.WriteBoolean(column, v); break;
                case int v: json.WriteNumber(column, v); break;
                case long v: json.WriteNumber(column, v); break;
                case Guid v: json.WriteString(column, v); break;
                // As Npgsql writes it: whole microseconds, cut off and not rounded.
                case DateTimeOffset v: json.WriteString(column, v.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture)); break;
                case var other: throw new NotSupportedException($"A column of type {other.GetType().Name}.");
            }
        }
        json.WriteEndObject();
    }

    private static (JsonEncodedText Column, Func<object, object?> Value)[] ColumnsOf(IEntityType type) =>
        [.. type.GetProperties().Select(p => (JsonEncodedText.Encode(p.GetColumnName()), Reader(p)))];

    private static Func<object, object?> Reader(IProperty property)
    {
        var getter = property.GetGetter();
        return property.GetTypeMapping().Converter is not { } converter
            ? getter.GetClrValue
            : row => getter.GetClrValue(row) is { } value ? converter.ConvertToProvider(value) : null;
    }
}
