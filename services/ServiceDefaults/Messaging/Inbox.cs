using System.Diagnostics;
using System.Text.Json;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dukcapil.ServiceDefaults.Messaging;

/// <summary>
/// Applies incoming messages exactly once and in order: position, handler's effect and the messages it sends are one transaction.
/// A fault of the infrastructure is waited out here, for as long as it lasts, while the broker keeps the message unacknowledged;
/// a message's own fault is tried a few times and then thrown, which parks it. Messages that come at the same time share a transaction
/// (<see cref="InboxGroup"/>, PostgreSQL).
/// </summary>
public sealed class Inbox(IServiceScopeFactory scopes, HandlerMap handlers, DatabaseProvider database, ServiceIdentity identity, TimeProvider time, ILogger<Inbox> log)
{
    private const int OwnFaultTries = 3;
    private const int ConflictTries = 20;
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(5);
    private static readonly string LockStream = SqlResource.Read(typeof(Inbox), "LockInboxStream.sql");
    private readonly ArrivalOrder order = new();
    private readonly InboxGroup? group = database.IsPostgreSql ? new(scopes, handlers, identity.Name, time, log) : null;

    /// <summary>Takes one message. Returns only after the commit.</summary>
    public async Task<InboxOutcome> ReceiveAsync(IncomingMessage incoming, CancellationToken cancellationToken)
    {
        using var place = order.Enter(incoming);
        await place.MyTurnAsync(cancellationToken);
        if (group is null) return await ReceiveAloneAsync(incoming, cancellationToken);
        if (await group.ReceiveAsync(incoming) is { } outcome) return outcome;
        // Not the next one: then perhaps its predecessor has come meanwhile, given to another thread at the same moment.
        if (await place.MyTurnAsync(cancellationToken) && await group.ReceiveAsync(incoming) is { } second) return second;
        return await ReceiveAloneAsync(incoming, cancellationToken);
    }

    private async Task<InboxOutcome> ReceiveAloneAsync(IncomingMessage incoming, CancellationToken cancellationToken)
    {
        using var span = Spans.StartReceive(incoming, identity.Name);
        var pause = TimeSpan.FromMilliseconds(50);
        for (int faults = 0, conflicts = 0; ;)
        {
            try
            {
                return await ApplyAsync(incoming, cancellationToken);
            }
            catch (Exception e) when (DatabaseFaults.IsInfrastructure(e) && !cancellationToken.IsCancellationRequested)
            {
                log.LogWarning("Database unavailable, message {MessageId} waits: {Fault}", incoming.Id, e.GetType().Name);
                await Task.Delay(pause, time, cancellationToken);
                pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, MaxPause.Ticks));
            }
            catch (Exception e) when (DatabaseFaults.IsConflict(e) && ++conflicts < ConflictTries)
            {
                log.LogDebug("Message {MessageId} met another unit of work, try {Try}", incoming.Id, conflicts);
            }
            catch (Exception e) when (e is not OperationCanceledException && ++faults < OwnFaultTries)
            {
                log.LogWarning(e, "Message {MessageId} {Type} failed, try {Try}", incoming.Id, incoming.Message.GetType().Name, faults);
            }
        }
    }

    private async Task<InboxOutcome> ApplyAsync(IncomingMessage incoming, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var stream = await LockAsync(db, incoming, cancellationToken);
        if (incoming.Sequence <= stream.Last) return InboxOutcome.Duplicate;
        var outcome = incoming.Sequence == stream.Last + 1 ? InboxOutcome.Applied : InboxOutcome.Held;
        if (outcome == InboxOutcome.Held) await HoldAsync(db, stream, incoming, cancellationToken);
        else await AdvanceAsync(db, stream, incoming, cancellationToken);
        if (outcome == InboxOutcome.Applied) await handlers.InvokeAsync(scope.ServiceProvider, incoming.Message, cancellationToken);
        await db.SaveAndCommitAsync(cancellationToken);
        Activity.Current?.SetTag("dukcapil.inbox.hasil", outcome.ToString());
        if (outcome == InboxOutcome.Applied) Ukuran.Diterapkan(identity.Name, incoming, time.GetUtcNow());
        return outcome;
    }

    private static async Task<InboxStream> LockAsync(ServiceDb db, IncomingMessage incoming, CancellationToken cancellationToken)
    {
        var (sender, application) = (incoming.Sender, incoming.Message.PermohonanId);
        var rows = await db.Database.SqlQueryRaw<StreamPosition>(db.Sql(LockStream), sender, application).ToListAsync(cancellationToken);
        return db.InboxStreams.Attach(new InboxStream { Sender = sender, Stream = application, Last = rows[0].Last, Held = rows[0].Held }).Entity;
    }

    private static async Task AdvanceAsync(ServiceDb db, InboxStream stream, IncomingMessage incoming, CancellationToken cancellationToken)
    {
        stream.Last = incoming.Sequence;
        if (stream.Held == 0) return;
        var next = await db.HeldMessages.SingleOrDefaultAsync(
            h => h.Sender == stream.Sender && h.Stream == stream.Stream && h.Sequence == incoming.Sequence + 1, cancellationToken);
        if (next is null) return;
        db.Release(next);
        stream.Held--;
    }

    private async Task HoldAsync(ServiceDb db, InboxStream stream, IncomingMessage incoming, CancellationToken cancellationToken)
    {
        var isHeld = await db.HeldMessages.AnyAsync(
            h => h.Sender == stream.Sender && h.Stream == stream.Stream && h.Sequence == incoming.Sequence, cancellationToken);
        if (isHeld) return;
        stream.Held++;
        db.HeldMessages.Add(new HeldMessage
        {
            Sender = incoming.Sender,
            Stream = stream.Stream,
            Sequence = incoming.Sequence,
            MessageId = incoming.Id,
            Type = incoming.Message.GetType().Name,
            Body = JsonSerializer.Serialize(incoming.Message, incoming.Message.GetType(), MessageJson.Options),
            TraceParent = incoming.TraceParent,
            HeldSince = time.GetUtcNow(),
        });
    }

    private sealed record StreamPosition(long Last, int Held);
}
