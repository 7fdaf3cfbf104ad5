using System.Diagnostics;
using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Dukcapil.ServiceDefaults.Database;

/// <summary>
/// The database of one service: its own tables beside the outbox and inbox, so that state and messages commit together.
/// One PostgreSQL schema (or one SQLite file) per service; nobody reads another's.
/// </summary>
/// <remarks>Contexts are kept and used again (making one costs more than many a statement), so what a unit of work leaves behind is forgotten at its end.</remarks>
public abstract class ServiceDb : DbContext
{
    private readonly ServiceIdentity identity;
    private readonly OutboxSignal signal;
    private readonly CommittedMessages? committed;
    private readonly List<OutboxMessage> outgoing = [];
    private readonly Dictionary<string, (List<object> Rows, NpgsqlParameter[] Besides)> together = [];
    private readonly List<CatatanAudit> catatan = [];
    private readonly List<CatatanAudit> tertulis = [];
    private Guid? tertulisDalam;
    private readonly List<(Guid Transaction, Action Action)> sesudah = [];
    private bool isForRelay;

    /// <summary>A context of the service whose container the options come from.</summary>
    protected ServiceDb(DbContextOptions options)
        : base(options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var services = options.GetExtension<CoreOptionsExtension>().ApplicationServiceProvider
            ?? throw new InvalidOperationException("The options of a service's database need its container.");
        // Whoever meets a conflict begins a new transaction; a way back to the middle of one would cost two round trips at each saving.
        Database.AutoSavepointsEnabled = false;
        (identity, signal, committed) = (
            services.GetRequiredService<ServiceIdentity>(), services.GetRequiredService<OutboxSignal>(), services.GetService<CommittedMessages>());
    }

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
        return Send(message, Routing.ReceiversOf(message));
    }

    /// <summary>The same, but not to this service itself: the caller applies it in this unit of work.</summary>
    public void SendToOthers(IMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Send(message, Routing.ReceiversOf(message).Where(r => r != identity.Name));
    }

    private string Send(IMessage message, IEnumerable<string> receivers)
    {
        var body = JsonSerializer.Serialize(message, message.GetType(), MessageJson.Options);
        var until = committed?.ReservedUntil() ?? DateTimeOffset.UnixEpoch;
        // Receivers in one order everywhere: two units of work on one application number their rows under the same lock order.
        foreach (var receiver in receivers.Order(StringComparer.Ordinal))
        {
            outgoing.Add(new OutboxMessage
            {
                Id = MessageIds.Next(TimeProvider.System.GetUtcNow()),
                Sender = identity.Name,
                Receiver = receiver,
                Stream = message.PermohonanId,
                Type = message.GetType().Name,
                Body = body,
                Content = message,
                NextAttemptAt = until,
                TraceParent = Activity.Current?.Id,
            });
        }
        if (committed is null) isForRelay = true;
        Telemetry.Jejak.Tentang(message.PermohonanId);
        return body;
    }

    /// <summary>
    /// Releases a held message: it goes through this service's own queue again, with its own number, by which it counts once. Its id is another: what a
    /// service has sent to itself may still stand in the outbox under the first one.
    /// </summary>
    internal void Release(HeldMessage held)
    {
        Outbox.Add(new OutboxMessage
        {
            Id = MessageIds.Next(TimeProvider.System.GetUtcNow()),
            Sender = held.Sender,
            Receiver = identity.Name,
            Stream = held.Stream,
            Sequence = held.Sequence,
            Type = held.Type,
            Body = held.Body,
            TraceParent = held.TraceParent,
        });
        HeldMessages.Remove(held);
        isForRelay = true;
    }

    /// <summary>Writes a row by a statement of our own, which is given all of its rows of this unit of work at once (PostgreSQL only).</summary>
    /// <param name="sql">Text; <c>$1</c> are the rows (<c>json_populate_recordset</c>).</param>
    /// <param name="row">An entity of the model, no two of one key.</param>
    /// <param name="besides"><c>$2</c> and so on.</param>
    public void WriteTogether(string sql, object row, params NpgsqlParameter[] besides)
    {
        var rows = together.TryGetValue(sql, out var others) ? others.Rows : [];
        rows.Add(row);
        together[sql] = (rows, besides);
    }

    /// <summary>Adds a line of the audit journal; it commits with this unit of work.</summary>
    internal void Catat(CatatanAudit baris)
    {
        if (!catatan.Contains(baris)) catatan.Add(baris);
    }

    /// <summary>Drops a line that is not written yet.</summary>
    internal void TidakJadi(CatatanAudit baris) => catatan.Remove(baris);

    /// <summary>To be done when, and only when, the present transaction has committed: counting what happened.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public void SetelahCommit(Action action) =>
        sesudah.Add(((Database.CurrentTransaction ?? throw new InvalidOperationException("There is no transaction to wait for.")).TransactionId, action));

    // What is rolled back is not sent; what a crash leaves behind after the commit is the relay's.
    private void ToBeSent(OutboxMessage[] messages, IDbContextTransaction? transaction)
    {
        if (committed is not null && messages.Length > 0) sesudah.Add((transaction!.TransactionId, () => committed.Add(messages)));
    }

    private void AfterCommit(Guid? transaction)
    {
        // What was meant for a transaction that was rolled back has not happened.
        foreach (var (meant, action) in sesudah)
        {
            if (meant == transaction) action();
        }
        sesudah.Clear();
        foreach (var baris in tertulis)
        {
            baris.Tersimpan = true;
            baris.SetelahTersimpan?.Invoke(baris);
        }
        tertulis.Clear();
        OnCommitted();
        if (!isForRelay) return;
        isForRelay = false;
        signal.Wake();
    }

    /// <summary>What else of the service is to be woken after the commit.</summary>
    protected virtual void OnCommitted()
    {
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var lines = TakeLines();
        var batch = Collect(lines, out var messages);
        if (Database.CurrentTransaction is { } present)
        {
            ToBeSent(messages, present);
            return await SaveAsync(batch, lines, acceptAllChangesOnSuccess, cancellationToken);
        }
        await using var own = batch.IsEmpty && lines.Count == 0 ? null : await Database.BeginTransactionAsync(cancellationToken);
        ToBeSent(messages, own);
        var rows = await SaveAsync(null, lines, acceptAllChangesOnSuccess, cancellationToken);
        if (own is not null) await CommitAsync(batch, own, cancellationToken);
        AfterCommit(own?.TransactionId);
        return rows;
    }

    /// <summary>Saves and ends the transaction that is open. The commit travels with the last statements, where there are any.</summary>
    public async Task SaveAndCommitAsync(CancellationToken cancellationToken)
    {
        var transaction = Database.CurrentTransaction ?? throw new InvalidOperationException("There is no transaction to commit.");
        var lines = TakeLines();
        var batch = Collect(lines, out var messages);
        ToBeSent(messages, transaction);
        await SaveAsync(null, lines, acceptAllChangesOnSuccess: true, cancellationToken);
        await CommitAsync(batch, transaction, cancellationToken);
        AfterCommit(transaction.TransactionId);
    }

    /// <summary>What of a unit of work was not written is forgotten.</summary>
    protected virtual void Forget()
    {
        outgoing.Clear();
        together.Clear();
        catatan.Clear();
        tertulis.Clear();
        sesudah.Clear();
        tertulisDalam = null;
        isForRelay = false;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        Forget();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        Forget();
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }

    /// <summary>Whether the service sends and takes messages, and so has outbox and inbox.</summary>
    protected virtual bool HasMessages => true;

    /// <summary>Adds what the service writes by SQL of its own beside the tracked entities (PostgreSQL only).</summary>
    protected virtual void Collect(SqlBatch batch)
    {
    }

    private List<CatatanAudit> TakeLines()
    {
        // What a transaction that was rolled back has written is nowhere.
        var transaction = Database.CurrentTransaction?.TransactionId;
        if (transaction is null || tertulisDalam != transaction) tertulis.Clear();
        tertulisDalam = transaction;
        var lines = catatan.Where(c => !c.Tersimpan).ToList();
        catatan.Clear();
        tertulis.AddRange(lines);
        return lines;
    }

    private SqlBatch Collect(List<CatatanAudit> lines, out OutboxMessage[] messages)
    {
        var batch = new SqlBatch();
        messages = [.. outgoing];
        if (Database.IsNpgsql()) OutboxWriter.Write(batch, this, messages);
        else Outbox.AddRange(messages);
        outgoing.Clear();
        if (Database.IsNpgsql()) AuditWriter.Write(batch, this, lines);
        foreach (var (sql, (rows, besides)) in together) batch.Write(this.Sql(sql), [SqlRows.Of(this, rows), .. besides]);
        together.Clear();
        Collect(batch);
        return batch;
    }

    private async Task<int> SaveAsync(SqlBatch? batch, List<CatatanAudit> lines, bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (!Database.IsNpgsql()) await AuditWriter.WriteOneByOneAsync(this, lines, cancellationToken);
        if (batch is not null) await batch.RunAsync(this, cancellationToken);
        return rows;
    }

    private Task CommitAsync(SqlBatch batch, IDbContextTransaction transaction, CancellationToken cancellationToken) =>
        batch.IsEmpty ? transaction.CommitAsync(cancellationToken) : batch.RunAndCommitAsync(this, cancellationToken);

    /// <summary>The tables of the service itself.</summary>
    protected abstract void OnServiceModelCreating(ModelBuilder model);

    /// <inheritdoc/>
    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        if (Database.IsNpgsql()) modelBuilder.HasDefaultSchema(identity.Name);
        if (HasMessages) MessagingModel.Configure(modelBuilder);
        else WithoutMessages(modelBuilder);
        AuditModel.Configure(modelBuilder, Database.IsNpgsql());
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
