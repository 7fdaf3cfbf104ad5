using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dukcapil.ServiceDefaults.Messaging;

/// <summary>
/// Numbers outbox rows inside the writing transaction, without a round trip of its own: a trigger increments the counter of
/// receiver and application and holds its row until the commit, so numbers follow commit order and have no gaps.
/// </summary>
public static class OutboxNumbering
{
    /// <summary>Creates the trigger. Called by each service's first migration.</summary>
    public static void CreateOutboxNumbering(this MigrationBuilder migration, string schema)
    {
        ArgumentNullException.ThrowIfNull(migration);
        var file = migration.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal) ? "OutboxNumbering.sqlite.sql" : "OutboxNumbering.postgres.sql";
        migration.Sql(SqlResource.Read(typeof(OutboxNumbering), file).Replace("{schema}", schema, StringComparison.Ordinal));
    }
}
