using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Dukcapil.ServiceDefaults.Database;

/// <summary>
/// Statements of one unit of work on PostgreSQL that travel together: one round trip, whatever their number. Each usually reads or writes many rows of
/// one table by arrays (<c>unnest</c>). The last one may be the commit, so what must not be committed is refused by the server, not afterwards here.
/// </summary>
public sealed class SqlBatch
{
    private static readonly ConcurrentDictionary<string, string> Exact = new();
    private readonly List<NpgsqlBatchCommand> commands = [];
    private readonly Queue<Action<DbDataReader>?> results = [];

    /// <summary>Whether there is nothing to do.</summary>
    public bool IsEmpty => commands.Count == 0;

    /// <summary>Adds a statement that writes.</summary>
    /// <param name="sql">Text with <c>$1</c>, <c>$2</c> …</param>
    /// <param name="values">Values in the order of the text.</param>
    public void Write(string sql, params ReadOnlySpan<NpgsqlParameter> values) => Add(sql, values);

    /// <summary>Adds a statement that must change exactly so many rows. Another number means that somebody else was faster: nothing is committed.</summary>
    /// <param name="sql">INSERT, UPDATE or DELETE without RETURNING, with <c>$1</c>, <c>$2</c> …</param>
    /// <param name="rows">Rows.</param>
    /// <param name="values">Values in the order of the text.</param>
    public void WriteExactly(string sql, int rows, params ReadOnlySpan<NpgsqlParameter> values)
    {
        // A division by zero is the one way in which a plain statement can refuse to go on.
        var exact = Exact.GetOrAdd(sql, static (text, last) => $"WITH changed AS ({text} RETURNING 1) SELECT 1 / (count(*) = ${last})::int FROM changed", values.Length + 1);
        var command = Add(exact, values);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = rows });
        results.Enqueue(null);
    }

    /// <summary>Adds a statement that reads.</summary>
    /// <param name="sql">Text with <c>$1</c>, <c>$2</c> …</param>
    /// <param name="row">Takes a row.</param>
    /// <param name="values">Values in the order of the text.</param>
    public void Read(string sql, Action<DbDataReader> row, params ReadOnlySpan<NpgsqlParameter> values)
    {
        Add(sql, values);
        results.Enqueue(row);
    }

    /// <summary>Runs them in the transaction of the unit of work.</summary>
    /// <exception cref="DbUpdateConcurrencyException">A statement touched another number of rows than it must.</exception>
    public async Task RunAsync(DbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (IsEmpty) return;
        await using var batch = new NpgsqlBatch(
            (NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        foreach (var command in commands) batch.BatchCommands.Add(command);
        // Outside a transaction of the unit of work nobody has opened the connection yet.
        if (batch.Transaction is null) await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            // The reader stops at the statements that give rows only.
            for (; results.TryDequeue(out var row); await reader.NextResultAsync(cancellationToken))
            {
                while (await reader.ReadAsync(cancellationToken)) row?.Invoke(reader);
            }
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DivisionByZero)
        {
            throw new DbUpdateConcurrencyException("Another unit of work was faster.", e);
        }
    }

    /// <summary>Runs them as the end of the unit of work: its transaction is committed when this returns.</summary>
    /// <exception cref="DbUpdateConcurrencyException">A statement touched another number of rows than it must. Nothing is committed.</exception>
    public Task RunAndCommitAsync(DbContext db, CancellationToken cancellationToken)
    {
        Add("COMMIT", []);
        return RunAsync(db, cancellationToken);
    }

    private NpgsqlBatchCommand Add(string sql, ReadOnlySpan<NpgsqlParameter> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(value);
        commands.Add(command);
        return command;
    }
}
