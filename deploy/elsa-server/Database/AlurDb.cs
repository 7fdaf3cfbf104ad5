using Dukcapil.ElsaServer.Alur;
using Dukcapil.ServiceDefaults;
using Dukcapil.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ElsaServer.Database;

/// <summary>
/// Schema <c>workflow</c> of this host's own database: outbox, inbox, and what Elsa's tables cannot say in one transaction with them. Elsa's own
/// tables are beside it in schema <c>elsa</c>.
/// </summary>
internal class AlurDb(DbContextOptions options) : ServiceDb(options)
{
    /// <summary>Applications whose workflow runs, or ran, here.</summary>
    public DbSet<Permohonan> Permohonan => Set<Permohonan>();

    /// <summary>Tasks that wait at their owners.</summary>
    public DbSet<TugasDiLuar> Tugas => Set<TugasDiLuar>();

    /// <summary>What came and is not done yet.</summary>
    public DbSet<Perintah> Perintah => Set<Perintah>();

    /// <summary>Withdrawals, decided or not.</summary>
    public DbSet<Pencabutan> Pencabutan => Set<Pencabutan>();

    protected override void OnServiceModelCreating(ModelBuilder model)
    {
        model.Entity<Permohonan>(p =>
        {
            p.ToTable("Permohonan").HasKey(x => x.Id);
            p.HasIndex(x => x.PeriksaPada, "ix_permohonan_berjalan").HasFilter("berakhir_pada IS NULL");
            p.HasIndex(x => x.Id, "ix_permohonan_insiden").HasFilter("insiden IS NOT NULL");
        });
        model.Entity<TugasDiLuar>(t =>
        {
            t.ToTable("Tugas").HasKey(x => x.Id);
            t.HasIndex(x => x.PermohonanId);
        });
        model.Entity<Perintah>(p =>
        {
            p.ToTable("Perintah").HasKey(x => x.Id);
            p.HasIndex(x => new { x.PermohonanId, x.Id });
        });
        model.Entity<Pencabutan>(p =>
        {
            p.ToTable("Pencabutan").HasKey(x => x.Id);
            p.HasIndex(x => x.PermohonanId);
        });
    }
}

/// <summary>Elsa Server runs on PostgreSQL only; the library of all services asks for both.</summary>
internal sealed class AlurDbSqlite(DbContextOptions options) : AlurDb(options);
