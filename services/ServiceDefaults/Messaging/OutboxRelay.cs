using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dukcapil.ServiceDefaults.Messaging;

/// <summary>
/// Moves outbox rows to their receivers: claims a batch (other replicas skip it), carries all of them with their confirms in flight,
/// deletes the taken ones in one statement. What was not taken stays and is tried again later; a crash in between sends twice, and the inbox drops the second.
/// Between processes it has what <see cref="OutboxDispatch"/> has left.
/// </summary>
public sealed class OutboxRelay(
    IServiceScopeFactory scopes, ITransport transport, OutboxCarrier carrier, OutboxSignal signal, TimeProvider time, ILogger<OutboxRelay> log)
    : PersistentWorker(log)
{
    private const int BatchSize = 256;

    // Beyond the first tries a row travels alone, so that what it does to the process is counted for it and no other.
    private const int AloneFrom = 3, ParkFrom = 6;
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(1);
    private static readonly string Claim = Read("ClaimOutbox"), Next = Read("NextOutbox");
    private bool hasLooked;

    /// <inheritdoc/>
    protected override async Task RoundAsync(CancellationToken cancellationToken)
    {
        while (await RelayBatchAsync(cancellationToken) == BatchSize)
        {
            // A full batch: there is more.
        }
        await signal.WaitAsync(Sweep, cancellationToken);
    }

    private async Task<int> RelayBatchAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        return transport.CountsAttemptsBeforehand
            ? await RelayCountedAsync(db, cancellationToken)
            : await RelayClaimedAsync(db, cancellationToken);
    }

    // PostgreSQL, with other replicas. Two round trips: claim; delete and commit.
    private async Task<int> RelayClaimedAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var batch = await ClaimAsync(db, cancellationToken);
        if (batch.Count == 0) return 0;
        // Those of one application in the order of their numbers, which may differ from that of their ids: early ones cost the receiver a second trip.
        var carried = await Task.WhenAll(batch.OrderBy(m => m.Sequence).Select(async m => (Message: m, IsTaken: await carrier.TryCarryAsync(m, cancellationToken))));
        var end = new SqlBatch();
        OutboxCarrier.End(end, db, carried);
        await end.RunAndCommitAsync(db, cancellationToken);
        return batch.Count;
    }

    private async Task<List<OutboxMessage>> ClaimAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        var rows = new List<OutboxMessage>();
        var claim = new SqlBatch();
        // A process that starts takes whatever lies there: who has reserved it may be the one that died. If not, the inbox drops the second.
        var until = hasLooked ? time.GetUtcNow() : DateTimeOffset.MaxValue;
        claim.Read(
            db.Sql(Claim),
            row => rows.Add(new OutboxMessage
            {
                Id = row.GetGuid(0),
                Sender = row.GetString(1),
                Receiver = row.GetString(2),
                Stream = row.GetGuid(3),
                Sequence = row.GetInt64(4),
                Type = row.GetString(5),
                Body = row.GetString(6),
                TraceParent = row.IsDBNull(7) ? null : row.GetString(7),
                Attempts = row.GetInt32(8),
            }),
            SqlValues.Time(until), SqlValues.Long(BatchSize));
        await claim.RunAsync(db, cancellationToken);
        hasLooked = true;
        return rows;
    }

    // One process, one relay: no rows need locking, and no transaction may stay open while the receiver writes.
    private async Task<int> RelayCountedAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        object now = db.Database.IsNpgsql() ? time.GetUtcNow() : time.GetUtcNow().UtcTicks;
        var batch = await db.Outbox.FromSqlRaw(db.Sql(Next), now, BatchSize).ToListAsync(cancellationToken);
        if (batch.Count == 0) return 0;
        if (batch.FirstOrDefault(m => m.Attempts >= AloneFrom) is { } suspect) batch = [suspect];
        foreach (var message in batch)
        {
            message.Attempts++;
            if (message.Attempts > ParkFrom) message.ParkedBecause = "Proses berhenti berulang kali saat pesan ini diterapkan.";
        }
        await db.SaveChangesAsync(cancellationToken);
        var taken = new List<Guid>(batch.Count);
        foreach (var message in batch.Where(m => m.ParkedBecause is null).OrderBy(m => m.Sequence).ThenBy(m => m.Id))
        {
            if (await carrier.TryCarryAsync(message, cancellationToken)) taken.Add(message.Id);
        }
        await db.Outbox.Where(m => taken.Contains(m.Id)).ExecuteDeleteAsync(cancellationToken);
        foreach (var entry in db.ChangeTracker.Entries<OutboxMessage>().Where(e => taken.Contains(e.Entity.Id)).ToList()) entry.State = EntityState.Detached;
        await db.SaveChangesAsync(cancellationToken);
        return batch.Count == 1 ? BatchSize : batch.Count;
    }

    private static string Read(string name) => SqlResource.Read(typeof(OutboxRelay), name + ".sql");
}
