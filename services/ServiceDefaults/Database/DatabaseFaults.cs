using System.Data.Common;
using System.Net.Sockets;
using Dukcapil.ServiceDefaults.Files;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dukcapil.ServiceDefaults.Database;

/// <summary>
/// Tells a fault of the infrastructure (database or object store away, disk full, deadlock victim) from a message's or a request's own fault.
/// The first is waited out and uses up no retries; only the second parks a message.
/// </summary>
public static class DatabaseFaults
{
    private const int SqliteBusy = 5, SqliteLocked = 6, SqliteIoError = 10, SqliteFull = 13, SqliteCannotOpen = 14;

    /// <summary>Whether waiting and trying again can help without anybody changing the message or the code.</summary>
    public static bool IsInfrastructure(Exception? exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case PostgresException p: return IsTransientState(p.SqlState);
                // Without a server's answer it is the connection: refused, reset, timed out, pool exhausted.
                case NpgsqlException or SocketException or TimeoutException: return true;
                case SqliteException s: return s.SqliteErrorCode is SqliteBusy or SqliteLocked or SqliteIoError or SqliteFull or SqliteCannotOpen;
                case StorageAwayException or StorageFullException: return true;
                case IOException full when FileStore.IsFull(full): return true;
                case DbUpdateConcurrencyException: return false;
                case DbException { IsTransient: true }: return true;
            }
        }
        return false;
    }

    /// <summary>Whether two units of work met on one row, or on one unique key; the loser reads again.</summary>
    public static bool IsConflict(Exception? exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case DbUpdateConcurrencyException: return true;
                case PostgresException { SqlState: PostgresErrorCodes.UniqueViolation }: return true;
                case SqliteException { SqliteExtendedErrorCode: 2067 or 1555 }: return true;
            }
        }
        return false;
    }

    // Classes 08 connection, 40 rollback (deadlock, serialization), 53 resources, 55P03 lock, 57P shutdown, 58 system.
    private static bool IsTransientState(string state) =>
        state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("40", StringComparison.Ordinal)
        || state.StartsWith("53", StringComparison.Ordinal) || state.StartsWith("57P", StringComparison.Ordinal)
        || state.StartsWith("58", StringComparison.Ordinal) || state == "55P03";
}
