using System.Diagnostics;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dukcapil.ServiceDefaults.Messaging;

/// <summary>
/// Applies messages that come at the same time in one transaction (PostgreSQL) and two round trips: one moves all positions and reads what the handlers
/// need, one writes all their effects and commits. Only messages in order are taken; and when anything fails, nothing of the group has happened. Both are answered null:
/// the message is to be taken alone, where it can fail without the others.
/// </summary>
internal sealed class InboxGroup
{
    private const int Largest = 128;
    private static readonly string Advance = SqlResource.Read(typeof(InboxGroup), "AdvanceInboxStreams.sql");
    private readonly IServiceScopeFactory scopes;
    private readonly HandlerMap handlers;
    private readonly string service;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly GroupCommit<IncomingMessage, InboxOutcome?> group;

    public InboxGroup(IServiceScopeFactory scopes, HandlerMap handlers, string service, TimeProvider time, ILogger log)
    {
        (this.scopes, this.handlers, this.service, this.time, this.log) = (scopes, handlers, service, time, log);
        // One application never twice in a group: its handlers would not see each other's rows before the commit.
        group = new(Largest, Math.Max(2, Environment.ProcessorCount), incoming => incoming.Message.PermohonanId, ApplyAsync);
    }

    public Task<InboxOutcome?> ReceiveAsync(IncomingMessage incoming) => group.RunAsync(incoming);

    private async Task<IReadOnlyList<InboxOutcome?>> ApplyAsync(IReadOnlyList<IncomingMessage> messages)
    {
        // What a message sends continues its trace, not that of its neighbours. The statements they share are in the trace of the first.
        var spans = messages.Select(m =>
        {
            Activity.Current = null;
            return Spans.StartReceive(m, service);
        }).ToArray();
        Activity.Current = spans[0];
        try
        {
            return await ApplyTogetherAsync(messages, spans, CancellationToken.None);
        }
        catch (Exception e)
        {
            // Not swallowed: each message is tried again alone, and there its own fault is its own.
            log.LogDebug(e, "A group of {Count} messages is taken one by one", messages.Count);
            return new InboxOutcome?[messages.Count];
        }
        finally
        {
            foreach (var span in spans) span?.Dispose();
            Activity.Current = null;
        }
    }

    private async Task<IReadOnlyList<InboxOutcome?>> ApplyTogetherAsync(
        IReadOnlyList<IncomingMessage> messages, Activity?[] spans, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var moved = new HashSet<(string Sender, Guid Stream)>();
        // Positions are locked before anything is read: what is read is what these messages come after.
        var batch = new SqlBatch();
        batch.Read(
            db.Sql(Advance), reader => moved.Add((reader.GetString(0), reader.GetGuid(1))),
            SqlValues.Texts(messages.Select(m => m.Sender)), SqlValues.Uuids(messages.Select(m => m.Message.PermohonanId)), SqlValues.Longs(messages.Select(m => m.Sequence)));
        handlers.Prefetch(scope.ServiceProvider, messages.Select(m => m.Message), batch);
        await batch.RunAsync(db, cancellationToken);
        for (var i = 0; i < messages.Count; i++)
        {
            spans[i]?.SetTag("dukcapil.inbox.kelompok", messages.Count).SetTag("dukcapil.inbox.hasil", IsNext(messages[i]) ? nameof(InboxOutcome.Applied) : "Alone");
            if (!IsNext(messages[i])) continue;
            Activity.Current = spans[i];
            await handlers.InvokeAsync(scope.ServiceProvider, messages[i].Message, cancellationToken);
        }
        Activity.Current = spans[0];
        await db.SaveAndCommitAsync(cancellationToken);
        Ukuran.Kelompok.Record(messages.Count, new KeyValuePair<string, object?>("layanan", service));
        var now = time.GetUtcNow();
        foreach (var incoming in messages.Where(IsNext)) Ukuran.Diterapkan(service, incoming, now);
        return [.. messages.Select(m => IsNext(m) ? InboxOutcome.Applied : (InboxOutcome?)null)];

        bool IsNext(IncomingMessage incoming) => moved.Contains((incoming.Sender, incoming.Message.PermohonanId));
    }
}
