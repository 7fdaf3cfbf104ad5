using Dukcapil.ServiceDefaults.Database;

namespace Dukcapil.ServiceDefaults.Messaging;

/// <summary>
/// Writes the messages of a unit of work on PostgreSQL in one statement, numbered by it. (Row by row, as on SQLite, the trigger of
/// <see cref="OutboxNumbering"/> does the same.)
/// </summary>
internal static class OutboxWriter
{
    private static readonly string Insert = SqlResource.Read(typeof(OutboxWriter), "InsertOutbox.sql");

    public static void Write(SqlBatch batch, ServiceDb db, IReadOnlyList<OutboxMessage> messages)
    {
        if (messages.Count == 0) return;
        var byId = messages.ToDictionary(m => m.Id);
        batch.Read(
            db.Sql(Insert), row => byId[row.GetGuid(0)].Sequence = row.GetInt64(1),
            SqlValues.Uuids(messages.Select(m => m.Id)), SqlValues.Texts(messages.Select(m => m.Sender)), SqlValues.Texts(messages.Select(m => m.Receiver)),
            SqlValues.Uuids(messages.Select(m => m.Stream)), SqlValues.Texts(messages.Select(m => m.Type)), SqlValues.Texts(messages.Select(m => m.Body)),
            SqlValues.Texts(messages.Select(m => m.TraceParent)), SqlValues.Time(messages[0].NextAttemptAt));
    }
}
