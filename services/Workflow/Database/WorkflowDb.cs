using Dukcapil.ServiceDefaults;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.Workflow.Definitions;
using Dukcapil.Workflow.Instances;
using Dukcapil.Workflow.Pencabutan;
using Dukcapil.Workflow.Roles;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Database;

/// <summary>Schema <c>workflow</c>.</summary>
public class WorkflowDb(DbContextOptions options, ServiceIdentity identity, OutboxSignal signal) : ServiceDb(options, identity, signal)
{
    /// <summary>Versions of definitions.</summary>
    public DbSet<DefinitionVersion> Definitions => Set<DefinitionVersion>();

    /// <summary>Roles that definitions may give tasks to.</summary>
    public DbSet<PeranAlur> Peran => Set<PeranAlur>();

    /// <summary>Instances.</summary>
    public DbSet<Instance> Instances => Set<Instance>();

    /// <summary>Tasks that wait outside.</summary>
    public DbSet<OpenTask> OpenTasks => Set<OpenTask>();

    /// <summary>Execution journal.</summary>
    public DbSet<JournalEntry> Journal => Set<JournalEntry>();

    /// <summary>Requests to withdraw.</summary>
    public DbSet<Withdrawal> Withdrawals => Set<Withdrawal>();

    /// <inheritdoc/>
    protected override void OnServiceModelCreating(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        DefinitionRow.Configure(model);
        PeranAlur.Configure(model);
        model.Entity<Instance>(i =>
        {
            i.ToTable("Instance");
            // One live workflow per application: the effect key of starting it.
            i.HasIndex(x => x.PermohonanId).IsUnique();
            i.HasIndex(x => x.PermohonanId, "IX_Instance_Running").HasFilter("is_running");
            i.Property(x => x.Revision).IsConcurrencyToken();
        });
        model.Entity<OpenTask>(t =>
        {
            t.ToTable("OpenTask").HasKey(x => x.TugasId);
            t.Property(x => x.Message).AsJson();
            t.HasIndex(x => x.PermohonanId);
        });
        model.Entity<JournalEntry>(j =>
        {
            j.ToTable("Journal").HasKey(x => new { x.InstanceId, x.Sequence });
        });
        model.Entity<Withdrawal>(w =>
        {
            w.ToTable("Withdrawal");
            w.HasIndex(x => x.PermohonanId);
        });
    }
}

/// <summary>The same on SQLite.</summary>
public sealed class WorkflowDbSqlite(DbContextOptions options, ServiceIdentity identity, OutboxSignal signal) : WorkflowDb(options, identity, signal);
