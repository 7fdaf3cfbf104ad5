using Dukcapil.Approval.Berkas;
using Dukcapil.Approval.Daftar;
using Dukcapil.Approval.Kewenangan;
using Dukcapil.Approval.Tte;
using Dukcapil.ServiceDefaults;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Database;

/// <summary>Schema <c>approval</c>.</summary>
public class ApprovalDb(DbContextOptions options) : ServiceDb(options)
{
    /// <summary>Versions of the konsep, without content.</summary>
    public DbSet<VersiKonsep> Konsep => Set<VersiKonsep>();

    /// <summary>Parafs, lapsed ones included.</summary>
    public DbSet<ParafPejabat> Paraf => Set<ParafPejabat>();

    /// <summary>Signatures.</summary>
    public DbSet<TandaTanganKartu> TandaTangan => Set<TandaTanganKartu>();

    /// <summary>Files to sign, without their content.</summary>
    public DbSet<BerkasUnggahan> BerkasUnggahan => Set<BerkasUnggahan>();

    /// <summary>Attempts to sign electronically.</summary>
    public DbSet<PercobaanTandaTangan> Percobaan => Set<PercobaanTandaTangan>();

    /// <summary>Everybody's tasks.</summary>
    public DbSet<TugasKantor> Daftar => Set<TugasKantor>();

    /// <summary>Offices.</summary>
    public DbSet<KantorPelayanan> Kantor => Set<KantorPelayanan>();

    /// <summary>Delegations, ended ones included.</summary>
    public DbSet<DelegasiPejabat> Delegasi => Set<DelegasiPejabat>();

    /// <summary>How much waits in each queue; the database keeps it.</summary>
    public DbSet<JumlahAntrean> Antrean => Set<JumlahAntrean>();

    /// <inheritdoc/>
    protected override void Forget()
    {
        base.Forget();
        DaftarBerubah = null;
    }

    /// <inheritdoc/>
    protected override void OnCommitted() => DaftarBerubah?.Invoke();

    /// <summary>Told after each commit; set by who watches the list in this process.</summary>
    internal Action? DaftarBerubah { get; set; }

    /// <inheritdoc/>
    protected override void OnServiceModelCreating(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.AddTugas();
        model.Entity<VersiKonsep>().ToTable("Konsep").HasKey(k => new { k.PermohonanId, k.Versi });
        model.Entity<ParafPejabat>(p =>
        {
            p.ToTable("Paraf").HasKey(x => x.TugasId);
            p.Property(x => x.AtasNama).AsJson();
            p.HasIndex(x => x.PermohonanId);
            p.HasIndex(x => new { x.PermohonanId, x.VersiKonsep, x.Peran }).IsUnique().HasFilter("gugur_pada IS NULL");
            // Two levels of one file are two persons, whatever a definition allows to run at once.
            p.HasIndex(x => new { x.PermohonanId, x.VersiKonsep, x.Petugas }).IsUnique().HasFilter("gugur_pada IS NULL");
        });
        model.Entity<TandaTanganKartu>(t =>
        {
            t.ToTable("TandaTangan").HasKey(x => x.TugasId);
            t.HasIndex(x => x.PermohonanId);
        });
        model.Entity<BerkasUnggahan>().ToTable("BerkasUnggahan").HasKey(b => b.PermohonanId);
        model.Entity<PercobaanTandaTangan>(p =>
        {
            p.ToTable("Percobaan").HasKey(x => x.Id);
            p.Property(x => x.Versi).IsConcurrencyToken();
            p.HasIndex(x => x.PermohonanId);
            // Two requests at once, wherever they arrive: one begins. And of all attempts of a task one succeeds.
            p.HasIndex(x => x.TugasId, "ix_percobaan_berjalan").IsUnique().HasFilter("keadaan = 0");
            p.HasIndex(x => x.TugasId, "ix_percobaan_berhasil").IsUnique().HasFilter("keadaan = 1");
            p.HasIndex(x => x.BatasPada, "ix_percobaan_batas").HasFilter("keadaan = 0");
        });
        model.Entity<TugasKantor>(t =>
        {
            t.ToTable("TugasKantor").HasKey(x => x.TugasId);
            t.Property(x => x.Versi).IsConcurrencyToken();
            t.Property(x => x.Hasil).AsJson();
            t.Property(x => x.Asal).AsJson();
            // Pages of several roles are merged in memory by ordinal; the database must order ids the same way.
            if (Database.IsNpgsql()) t.Property(x => x.TugasId).UseCollation("C");
            t.Property(x => x.AtasNama).AsJson();
            t.HasIndex(x => x.PermohonanId);
            t.HasIndex(x => new { x.Kantor, x.Status, x.Peran, x.DiterbitkanPada, x.TugasId });
            t.HasIndex(x => new { x.Pemegang, x.Status, x.DiterbitkanPada, x.TugasId });
            t.HasIndex(x => new { x.Kantor, x.Peran, x.Nomor, x.DiterbitkanPada, x.TugasId }).HasFilter("status = 0");
            t.HasIndex(x => new { x.Kantor, x.Peran, x.TenggatPada, x.TugasId }).HasFilter("status = 0 AND tenggat_pada IS NOT NULL");
            t.HasIndex(x => new { x.Kantor, x.Peran, x.DiterbitkanPada, x.TugasId }, "IX_TugasKantor_Segera").HasFilter("status = 0 AND prioritas = 1");
            t.HasIndex(x => new { x.Kantor, x.Peran, x.DiterbitkanPada, x.TugasId }, "IX_TugasKantor_Terlambat").HasFilter("status = 0 AND dieskalasi_pada IS NOT NULL");
            t.HasIndex(x => new { x.Kantor, x.PeranEskalasi, x.DiterbitkanPada, x.TugasId }).HasFilter("status = 0 AND dieskalasi_pada IS NOT NULL");
            t.HasIndex(x => new { x.Kantor, x.Perubahan });
            // Applications handed over, by time: for the service-standard report.
            t.HasIndex(x => new { x.Kantor, x.SelesaiPada }, "IX_TugasKantor_Diserahkan").HasFilter("status = 1 AND aktivitas = 'Dukcapil.SerahTerima'");
        });
        model.Entity<JumlahAntrean>().ToTable("JumlahAntrean").HasKey(j => new { j.Kantor, j.Peran, j.Nomor, j.Laci });
        model.Entity<KantorPelayanan>(k =>
        {
            k.ToTable("Kantor").HasKey(x => x.Kode);
            k.Property(x => x.Kalender).AsJson();
            k.Property(x => x.Versi).IsConcurrencyToken();
        });
        model.Entity<DelegasiPejabat>(d =>
        {
            d.ToTable("Delegasi");
            d.Property(x => x.Id).ValueGeneratedNever();
            d.Property(x => x.Aktivitas).AsJson();
            d.HasIndex(x => new { x.Kantor, x.Sampai });
        });
    }
}

/// <summary>The same on SQLite.</summary>
public sealed class ApprovalDbSqlite(DbContextOptions options) : ApprovalDb(options);
