using Dukcapil.ServiceDefaults.Database;
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
    private static readonly string Advance = SqlResource.Read("AdvanceInboxStreams.sql");
    private readonly IServiceScopeFactory scopes;
    private readonly HandlerMap handlers;
    private readonly ILogger log;
    private readonly GroupCommit<IncomingMessage, InboxOutcome?> group;

    public InboxGroup(IServiceScopeFactory scopes, HandlerMap handlers, ILogger log)
    {
        (this.scopes, this.handlers, this.log) = (scopes, handlers, log);
        // One application never twice in a group: its handlers would not see each other's rows before the commit.
        group = new(Largest, Math.Max(2, Environment.ProcessorCount), incoming => incoming.Message.PermohonanId, ApplyAsync);
    }

    public Task<InboxOutcome?> ReceiveAsync(IncomingMessage incoming) => group.RunAsync(incoming);

    private async Task<IReadOnlyList<InboxOutcome?>> ApplyAsync(IReadOnlyList<IncomingMessage> messages)
    {
        try
        {
            return await ApplyTogetherAsync(messages, CancellationToken.None);
        }
        catch (Exception e)
        {
            // Not swallowed: each message is tried again alone, and there its own fault is its own.
            log.LogDebug(e, "A group of {Count} messages is taken one by one", messages.Count);
            return new InboxOutcome?[messages.Count];
        }
    }

    private async Task<IReadOnlyList<InboxOutcome?>> ApplyTogetherAsync(IReadOnlyList<IncomingMessage> messages, CancellationToken cancellationToken)
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
        foreach (var incoming in messages.Where(IsNext))
        {
            // What this message sends continues its trace, not that of its neighbours.
            using var span = Telemetry.Spans.StartReceive(incoming);
            await handlers.InvokeAsync(scope.ServiceProvider, incoming.Message, cancellationToken);
        }
        await db.SaveAndCommitAsync(cancellationToken);
        return [.. messages.Select(m => IsNext(m) ? InboxOutcome.Applied : (InboxOutcome?)null)];

        bool IsNext(IncomingMessage incoming) => moved.Contains((incoming.Sender, incoming.Message.PermohonanId));
    }
}
