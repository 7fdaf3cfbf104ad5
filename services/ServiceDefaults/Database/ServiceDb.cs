using System.Diagnostics;
using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ServiceDefaults.Database;

/// <summary>
/// The database of one service: its own tables beside the outbox and inbox, so that state and messages commit together.
/// One PostgreSQL schema (or one SQLite file) per service; nobody reads another's.
/// </summary>
public abstract class ServiceDb(DbContextOptions options, ServiceIdentity identity, OutboxSignal signal) : DbContext(options)
{
    private readonly List<OutboxMessage> outgoing = [];
    private bool hasNewMessages;

    /// <summary>Messages not yet taken by their receiver.</summary>
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    /// <summary>How far this service has applied each sender's messages of each application.</summary>
    public DbSet<InboxStream> InboxStreams => Set<InboxStream>();

    /// <summary>Messages that came before their predecessor.</summary>
    public DbSet<HeldMessage> HeldMessages => Set<HeldMessage>();

    /// <summary>First answers of creating requests.</summary>
    public DbSet<IdempotencyRecord> Idempotency => Set<IdempotencyRecord>();

    /// <summary>Schema on PostgreSQL; SQLite has a file per service instead.</summary>
    public string Schema => identity.Name;

    /// <summary>Puts a message into the outbox, one row per receiver. It is sent when, and only when, this unit of work commits.</summary>
    /// <returns>The message as it is written (JSON).</returns>
    public string Send(IMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var body = JsonSerializer.Serialize(message, message.GetType(), MessageJson.Options);
        // Receivers in one order everywhere: two units of work on one application number their rows under the same lock order.
        foreach (var receiver in Routing.ReceiversOf(message).Order(StringComparer.Ordinal))
        {
            outgoing.Add(new OutboxMessage
            {
                Id = MessageIds.Next(TimeProvider.System.GetUtcNow()),
                Sender = identity.Name,
                Receiver = receiver,
                Stream = message.PermohonanId,
                Type = message.GetType().Name,
                Body = body,
                TraceParent = Activity.Current?.Id,
            });
        }
        hasNewMessages = true;
        return body;
    }

    /// <summary>Releases a held message: it goes through this service's own queue again, with its own number.</summary>
    internal void Release(HeldMessage held)
    {
        Outbox.Add(new OutboxMessage
        {
            Id = held.MessageId,
            Sender = held.Sender,
            Receiver = identity.Name,
            Stream = held.Stream,
            Sequence = held.Sequence,
            Type = held.Type,
            Body = held.Body,
            TraceParent = held.TraceParent,
        });
        HeldMessages.Remove(held);
        hasNewMessages = true;
    }

    // Wakes the relay if this unit of work wrote messages.
    private void AfterCommit()
    {
        OnCommitted();
        if (!hasNewMessages) return;
        hasNewMessages = false;
        signal.Wake();
    }

    /// <summary>What else of the service is to be woken after the commit.</summary>
    protected virtual void OnCommitted()
    {
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var batch = Collect();
        if (Database.CurrentTransaction is not null)
        {
            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            await batch.RunAsync(this, cancellationToken);
            return saved;
        }
        await using var own = batch.IsEmpty ? null : await Database.BeginTransactionAsync(cancellationToken);
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (own is not null) await batch.RunAndCommitAsync(this, cancellationToken);
        AfterCommit();
        return rows;
    }

    /// <summary>Saves and ends the transaction that is open. The commit travels with the last statements, where there are any.</summary>
    public async Task SaveAndCommitAsync(CancellationToken cancellationToken)
    {
        var transaction = Database.CurrentTransaction ?? throw new InvalidOperationException("There is no transaction to commit.");
        var batch = Collect();
        await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, cancellationToken);
        if (batch.IsEmpty) await transaction.CommitAsync(cancellationToken);
        else await batch.RunAndCommitAsync(this, cancellationToken);
        AfterCommit();
    }

    /// <summary>Whether the service sends and takes messages, and so has outbox and inbox.</summary>
    protected virtual bool HasMessages => true;

    /// <summary>Adds what the service writes by SQL of its own beside the tracked entities (PostgreSQL only).</summary>
    protected virtual void Collect(SqlBatch batch)
    {
    }

    private SqlBatch Collect()
    {
        var batch = new SqlBatch();
        if (Database.IsNpgsql()) OutboxWriter.Write(batch, this, outgoing);
        else Outbox.AddRange(outgoing);
        outgoing.Clear();
        Collect(batch);
        return batch;
    }

    /// <summary>The tables of the service itself.</summary>
    protected abstract void OnServiceModelCreating(ModelBuilder model);

    /// <inheritdoc/>
    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        if (Database.IsNpgsql()) modelBuilder.HasDefaultSchema(identity.Name);
        if (HasMessages) MessagingModel.Configure(modelBuilder);
        else WithoutMessages(modelBuilder);
        OnServiceModelCreating(modelBuilder);
        SnakeCaseNames.Apply(modelBuilder);
    }

    private static void WithoutMessages(ModelBuilder model)
    {
        model.Ignore<OutboxMessage>();
        model.Ignore<InboxStream>();
        model.Ignore<HeldMessage>();
        model.Entity<IdempotencyRecord>().ToTable("Idempotency").HasKey(r => new { r.Client, r.Key });
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite has no time type that sorts; UTC ticks do. PostgreSQL keeps timestamptz.
        if (Database.IsSqlite()) configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
    }
}
