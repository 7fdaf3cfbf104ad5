using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dukcapil.ServiceDefaults.Database;

/// <summary>
/// Rows that are written without being read and tracked. On PostgreSQL all of a table in a unit of work are one statement, which travels with the commit; on
/// SQLite, where a statement costs nothing, EF does it one by one.
/// </summary>
public static class RowsTogether
{
    private static readonly ConcurrentDictionary<(IEntityType Type, IfThere IfThere), string> Statements = new();

    private enum IfThere
    {
        Fails,
        Stays,
        Goes,
    }

    /// <summary>Adds a row that is not there.</summary>
    /// <typeparam name="T">An entity of the model.</typeparam>
    public static void AddTogether<T>(this ServiceDb db, T row)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(db);
        if (db.Database.IsNpgsql()) Write(db, row, IfThere.Fails);
        else db.Add(row);
    }

    /// <summary>Keeps a row by its key; one that is there already stays as it is.</summary>
    /// <typeparam name="T">An entity of the model.</typeparam>
    public static async Task KeepFirstAsync<T>(this ServiceDb db, T row, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(db);
        if (db.Database.IsNpgsql()) Write(db, row, IfThere.Stays);
        else if (await FindAsync(db, row, cancellationToken) is null) db.Add(row);
    }

    /// <summary>Keeps a row by its key, instead of one that is there already.</summary>
    /// <typeparam name="T">An entity of the model.</typeparam>
    public static async Task KeepLastAsync<T>(this ServiceDb db, T row, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(db);
        if (db.Database.IsNpgsql()) Write(db, row, IfThere.Goes);
        else if (await FindAsync(db, row, cancellationToken) is { } before) db.Entry(before).CurrentValues.SetValues(row);
        else db.Add(row);
    }

    private static void Write<T>(ServiceDb db, T row, IfThere ifThere)
        where T : class =>
        db.WriteTogether(Statements.GetOrAdd((db.Model.FindEntityType(typeof(T))!, ifThere), static key => Statement(key.Type, key.IfThere)), row);

    private static string Statement(IEntityType type, IfThere ifThere)
    {
        var (table, columns) = ($"{{schema}}{type.GetTableName()}", Names(type.GetProperties()));
        var end = ifThere switch
        {
            IfThere.Fails => "",
            IfThere.Stays => " DO NOTHING",
            _ => " DO UPDATE SET " + string.Join(", ", type.GetProperties().Except(KeyOf(type)).Select(p => $"{p.GetColumnName()} = EXCLUDED.{p.GetColumnName()}")),
        };
        if (end.Length > 0) end = $" ON CONFLICT ({Names(KeyOf(type))}){end}";
        return $"INSERT INTO {table} ({columns}) SELECT {columns} FROM json_populate_recordset(NULL::{table}, $1){end}";
    }

    private static ValueTask<T?> FindAsync<T>(ServiceDb db, T row, CancellationToken cancellationToken)
        where T : class =>
        db.FindAsync<T>([.. KeyOf(db.Model.FindEntityType(typeof(T))!).Select(p => p.GetGetter().GetClrValue(row))], cancellationToken);

    private static IReadOnlyList<IProperty> KeyOf(IEntityType type) => type.FindPrimaryKey()!.Properties;

    private static string Names(IEnumerable<IProperty> properties) => string.Join(", ", properties.Select(p => p.GetColumnName()));
}
