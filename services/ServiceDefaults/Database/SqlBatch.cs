using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Dukcapil.ServiceDefaults.Database;

/// <summary>
/// Statements of one unit of work on PostgreSQL that travel together: one round trip, whatever their number. Each usually writes many rows of one
/// table from arrays (<c>unnest</c>).
/// </summary>
public sealed class SqlBatch
{
    private readonly List<(NpgsqlBatchCommand Command, int? Rows)> statements = [];

    /// <summary>Whether there is nothing to do.</summary>
    public bool IsEmpty => statements.Count == 0;

    /// <summary>Adds a statement.</summary>
    /// <param name="sql">Text with <c>$1</c>, <c>$2</c> …</param>
    /// <param name="rows">How many rows it must touch, null when any number is right. Another number means that somebody else was faster.</param>
    /// <param name="values">Values in the order of the text.</param>
    public void Add(string sql, int? rows, params ReadOnlySpan<NpgsqlParameter> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(value);
        statements.Add((command, rows));
    }

    /// <summary>Runs them in the transaction of the unit of work.</summary>
    /// <exception cref="DbUpdateConcurrencyException">A statement touched another number of rows than it must.</exception>
    public async Task RunAsync(DbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (IsEmpty) return;
        await using var batch = Begin(db);
        foreach (var (command, _) in statements) batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        foreach (var (command, rows) in statements)
        {
            if (rows is { } expected && command.RecordsAffected != expected)
                throw new DbUpdateConcurrencyException($"{command.RecordsAffected} rows instead of {expected}: another unit of work was faster.");
        }
    }

    /// <summary>Reads the result sets of all statements, in their order.</summary>
    public async Task ReadAsync(DbContext db, Func<DbDataReader, int, Task> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(read);
        await using var batch = Begin(db);
        foreach (var (command, _) in statements) batch.BatchCommands.Add(command);
        // Outside a transaction of the unit of work nobody has opened the connection yet.
        if (batch.Transaction is null) await db.Database.OpenConnectionAsync(cancellationToken);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        for (var index = 0; index < statements.Count; index++)
        {
            await read(reader, index);
            await reader.NextResultAsync(cancellationToken);
        }
    }

    private static NpgsqlBatch Begin(DbContext db) => new(
        (NpgsqlConnection)db.Database.GetDbConnection(),
        (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
}
