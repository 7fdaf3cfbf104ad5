using Dukcapil.ServiceDefaults.Database;
using Microsoft.Extensions.Logging;

namespace Dukcapil.ServiceDefaults.Messaging;

/// <summary>Carries one outbox row, and says in its row what came of it.</summary>
public sealed class OutboxCarrier(ITransport transport, TimeProvider time, ILogger<OutboxCarrier> log)
{
    private static readonly string Delete = SqlResource.Read(typeof(OutboxCarrier), "DeleteOutbox.sql"), Postpone = SqlResource.Read(typeof(OutboxCarrier), "PostponeOutbox.sql");

    /// <summary>Whether the receiver's side has taken it. Otherwise the row says when to try again, or why never.</summary>
    public async Task<bool> TryCarryAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            await transport.CarryAsync(message, cancellationToken);
            return true;
        }
        catch (MessageFaultException e)
        {
            message.ParkedBecause = e.Message;
            log.LogError(e.InnerException, "Message {MessageId} {Type} to {Receiver} is parked", message.Id, message.Type, message.Receiver);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // Returned, unconfirmed, receiver or broker away: not sent, and nothing fell over. It stays and is tried later.
            message.Attempts = transport.CountsAttemptsBeforehand ? message.Attempts - 1 : message.Attempts + 1;
            message.NextAttemptAt = time.GetUtcNow() + TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(message.Attempts, 5)) * 0.25, 5));
            log.LogWarning("Message {MessageId} to {Receiver} not sent: {Fault}", message.Id, message.Receiver, e.GetType().Name);
        }
        return false;
    }

    /// <summary>Adds what their rows become (PostgreSQL): those that were taken go, the others wait.</summary>
    internal static void End(SqlBatch batch, ServiceDb db, IReadOnlyCollection<(OutboxMessage Message, bool IsTaken)> carried)
    {
        batch.Write(db.Sql(Delete), SqlValues.Uuids(carried.Where(c => c.IsTaken).Select(c => c.Message.Id)));
        var left = carried.Where(c => !c.IsTaken).Select(c => c.Message).ToList();
        if (left.Count == 0) return;
        batch.Write(
            db.Sql(Postpone), SqlValues.Uuids(left.Select(m => m.Id)), SqlValues.Integers(left.Select(m => m.Attempts)), SqlValues.Times(left.Select(m => m.NextAttemptAt)));
    }
}
