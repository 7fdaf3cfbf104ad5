using Dukcapil.ServiceDefaults;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.Workflow.Definitions;
using Dukcapil.Workflow.Definitions.Riwayat;
using Dukcapil.Workflow.Instances;
using Dukcapil.Workflow.Pemindahan;
using Dukcapil.Workflow.Pencabutan;
using Dukcapil.Workflow.Roles;
using Dukcapil.Workflow.Signals;
using Dukcapil.Workflow.Store;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Database;

/// <summary>Schema <c>workflow</c>.</summary>
public class WorkflowDb(DbContextOptions options) : ServiceDb(options)
{
    /// <summary>Versions of definitions.</summary>
    public DbSet<DefinitionVersion> Definitions => Set<DefinitionVersion>();

    /// <summary>Ways in which published versions start by themselves.</summary>
    public DbSet<Trigger> Triggers => Set<Trigger>();

    /// <summary>Who did what to a definition.</summary>
    public DbSet<DefinitionChange> DefinitionChanges => Set<DefinitionChange>();

    /// <summary>Roles that definitions may give tasks to.</summary>
    public DbSet<PeranAlur> Peran => Set<PeranAlur>();

    /// <summary>Instances on their way. Written through <see cref="InstanceSession"/> only.</summary>
    public DbSet<Instance> Instances => Set<Instance>();

    /// <summary>Instances that have ended.</summary>
    public DbSet<FinishedInstance> FinishedInstances => Set<FinishedInstance>();

    /// <summary>Tasks that wait outside.</summary>
    public DbSet<OpenTask> OpenTasks => Set<OpenTask>();

    /// <summary>Times and events that are waited for.</summary>
    public DbSet<Wait> Waits => Set<Wait>();

    /// <summary>Execution journal.</summary>
    public DbSet<JournalBurst> Journal => Set<JournalBurst>();

    /// <summary>What instances have to say to each other.</summary>
    public DbSet<Signal> Signals => Set<Signal>();

    /// <summary>Requests to withdraw.</summary>
    public DbSet<Withdrawal> Withdrawals => Set<Withdrawal>();

    /// <summary>Moves of running instances to another version.</summary>
    public DbSet<VersionMove> VersionMoves => Set<VersionMove>();

    /// <summary>What became of each instance of a move.</summary>
    public DbSet<VersionMoveResult> VersionMoveResults => Set<VersionMoveResult>();

    internal InstanceSession? Session { get; set; }

    /// <inheritdoc/>
    protected override void Collect(SqlBatch batch) => Session?.Write(batch);

    /// <inheritdoc/>
    protected override void OnCommitted() => Session?.OnCommitted();

    /// <inheritdoc/>
    protected override void Forget()
    {
        base.Forget();
        Session = null;
    }

    /// <inheritdoc/>
    protected override void OnServiceModelCreating(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        DefinitionRow.Configure(model);
        DefinitionChange.Configure(model);
        PeranAlur.Configure(model);
        model.Entity<Trigger>(t =>
        {
            t.ToTable("Trigger").HasKey(x => new { x.DefinitionVersionId, x.ActivityId });
            t.HasIndex(x => x.EventName).HasFilter("event_name IS NOT NULL");
            t.HasIndex(x => x.DueAt).HasFilter("due_at IS NOT NULL");
        });
        Row(model.Entity<Instance>().ToTable("Instance"));
        Row(model.Entity<FinishedInstance>().ToTable("FinishedInstance"));
        model.Entity<OpenTask>(t =>
        {
            t.ToTable("OpenTask").HasKey(x => x.TugasId);
            t.Property(x => x.MessageText).HasColumnName("Message");
            t.Ignore(x => x.Message);
            t.HasIndex(x => x.PermohonanId);
        });
        model.Entity<Wait>(w =>
        {
            w.ToTable("Wait").HasKey(x => new { x.InstanceId, x.BookmarkId });
            w.HasIndex(x => x.EventName).HasFilter("event_name IS NOT NULL");
            w.HasIndex(x => x.DueAt).HasFilter("due_at IS NOT NULL");
        });
        model.Entity<JournalBurst>(j => j.ToTable("Journal").HasKey(x => new { x.InstanceId, x.Burst }));
        model.Entity<Signal>(s =>
        {
            s.ToTable("Signal");
            s.Property(x => x.Id).ValueGeneratedNever();
            s.Property(x => x.Content).AsJson();
            s.HasIndex(x => new { x.DueAt, x.Id });
        });
        model.Entity<Withdrawal>(w =>
        {
            w.ToTable("Withdrawal");
            w.HasIndex(x => x.PermohonanId);
        });
        model.Entity<VersionMove>(m =>
        {
            m.ToTable("VersionMove");
            m.Property(x => x.Id).ValueGeneratedNever();
            m.Property(x => x.Nodes).AsJson();
            // One at a time: two moves of the same instances would undo each other.
            m.HasIndex(x => new { x.DefinitionId, x.FromVersion }).IsUnique().HasFilter("listed_at IS NULL AND stopped_at IS NULL");
        });
        model.Entity<VersionMoveResult>(r =>
        {
            r.ToTable("VersionMoveResult").HasKey(x => new { x.MoveId, x.InstanceId });
            r.Property(x => x.Reasons).AsJson();
            r.HasIndex(x => new { x.MoveId, x.Status, x.InstanceId });
            r.HasIndex(x => x.PermohonanId).HasFilter("status = 'MENUNGGU_PEMILIK'");
        });
        Searchable(model);
    }

    // What instances are listed and searched by. A change of a row in the open set writes none of it, unless it changes what is indexed.
    private void Searchable(ModelBuilder model)
    {
        model.Entity<Instance>().HasIndex(x => new { x.CreatedAt, x.Id });
        model.Entity<FinishedInstance>().HasIndex(x => new { x.CreatedAt, x.Id });
        model.Entity<FinishedInstance>().HasIndex(x => new { x.UpdatedAt, x.Id });
        model.Entity<FinishedInstance>().HasIndex(x => new { x.CreatedAt, x.Id }, "IX_FinishedInstance_Unusual").HasFilter("sub_status <> 'Finished'");
        foreach (var row in (Type[])[typeof(Instance), typeof(FinishedInstance)])
        {
            var correlation = model.Entity(row).HasIndex(nameof(InstanceRow.CorrelationId)).HasFilter("correlation_id IS NOT NULL");
            var name = model.Entity(row).HasIndex(nameof(InstanceRow.Name)).HasFilter("name IS NOT NULL");
            // Prefixes too, whatever the collation.
            if (Database.IsNpgsql()) _ = (correlation.HasOperators("text_pattern_ops"), name.HasOperators("text_pattern_ops"));
        }
    }

    private static void Row<T>(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<T> row)
        where T : InstanceRow
    {
        row.HasKey(x => x.Id);
        row.Property(x => x.Id).ValueGeneratedNever();
        row.Property(x => x.Revision).IsConcurrencyToken();
        // One workflow per application: the effect key of starting it. Sub-workflows come on top.
        row.HasIndex(x => x.PermohonanId).IsUnique().HasFilter("parent_id IS NULL");
        row.HasIndex(x => x.ParentId).HasFilter("parent_id IS NOT NULL");
        row.HasIndex(x => new { x.DefinitionId, x.Version, x.Id });
        row.HasIndex(x => x.Id, $"IX_{typeof(T).Name}_Incident").HasFilter("incident_count > 0");
    }
}

/// <summary>The same on SQLite.</summary>
public sealed class WorkflowDbSqlite(DbContextOptions options) : WorkflowDb(options);
