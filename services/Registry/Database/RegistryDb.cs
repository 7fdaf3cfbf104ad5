using Dukcapil.Registry.Agenda;
using Dukcapil.Registry.Arsip;
using Dukcapil.Registry.BerkasSiak;
using Dukcapil.Registry.Cetak;
using Dukcapil.Registry.Masukan;
using Dukcapil.Registry.Penyerahan;
using Dukcapil.ServiceDefaults;
using Dukcapil.ServiceDefaults.Books;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Database;

/// <summary>Schema <c>registry</c>.</summary>
public class RegistryDb(DbContextOptions options) : ServiceDb(options)
{
    /// <summary>Latest konsep of each running application.</summary>
    public DbSet<KonsepMasuk> Konsep => Set<KonsepMasuk>();

    /// <summary>Parafs, as Approval told.</summary>
    public DbSet<ParafMasuk> Paraf => Set<ParafMasuk>();

    /// <summary>Signatures, as Approval told.</summary>
    public DbSet<TandaTanganMasuk> TandaTangan => Set<TandaTanganMasuk>();

    /// <summary>Receipts.</summary>
    public DbSet<TandaBukti> TandaBukti => Set<TandaBukti>();

    /// <summary>Print record.</summary>
    public DbSet<Cetakan> Cetakan => Set<Cetakan>();

    /// <summary>Printed cards.</summary>
    public DbSet<KartuTercetak> Kartu => Set<KartuTercetak>();

    /// <summary>Buku Agenda.</summary>
    public DbSet<EntriAgenda> BukuAgenda => Set<EntriAgenda>();

    /// <summary>Archived files.</summary>
    public DbSet<ArsipBerkas> Arsip => Set<ArsipBerkas>();

    /// <summary>Files from SIAK and their signatures (TTE).</summary>
    public DbSet<BerkasKartu> BerkasKartu => Set<BerkasKartu>();

    /// <summary>Handovers.</summary>
    public DbSet<PenyerahanKartu> Penyerahan => Set<PenyerahanKartu>();

    /// <summary>Pictures and scans.</summary>
    public DbSet<BerkasArsip> BerkasArsip => Set<BerkasArsip>();

    /// <summary>Reports of the integrity check.</summary>
    public DbSet<PemeriksaanArsip> PemeriksaanArsip => Set<PemeriksaanArsip>();

    /// <summary>Reminders to collect a card.</summary>
    public DbSet<PengingatPengambilan> Pengingat => Set<PengingatPengambilan>();

    /// <inheritdoc/>
    protected override void OnServiceModelCreating(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.AddTugas();
        model.AddNomorBuku();
        model.Entity<KonsepMasuk>().ToTable("Konsep").HasKey(k => k.PermohonanId);
        model.Entity<ParafMasuk>().ToTable("Paraf").HasKey(p => new { p.PermohonanId, p.VersiKonsep, p.Peran });
        model.Entity<TandaTanganMasuk>().ToTable("TandaTangan").HasKey(t => t.PermohonanId);
        model.Entity<TandaBukti>(t =>
        {
            t.ToTable("TandaBukti").HasKey(x => x.PermohonanId);
            t.HasIndex(x => x.HashKode);
        });
        model.Entity<Cetakan>().ToTable("Cetakan").HasKey(c => new { c.PermohonanId, c.Percobaan });
        model.Entity<KartuTercetak>(k =>
        {
            k.ToTable("Kartu").HasKey(x => x.PermohonanId);
            k.HasIndex(x => x.IndeksNomorKk);
            // Two files that take over one new number at once: the second finds it here.
            k.HasIndex(x => x.IndeksNomorKk, "ix_kartu_nomor_baru").IsUnique().HasFilter("nomor_baru AND dibatalkan_pada IS NULL");
        });
        model.Entity<BerkasKartu>(b =>
        {
            b.ToTable("BerkasKartu").HasKey(x => x.Id);
            b.HasIndex(x => x.TugasId);
            b.HasIndex(x => x.PermohonanId, "ix_berkas_kartu_berlaku").IsUnique().HasFilter("berlaku_pada IS NOT NULL AND diganti_pada IS NULL");
        });
        model.Entity<EntriAgenda>(e =>
        {
            e.ToTable("BukuAgenda").HasKey(x => new { x.Kantor, x.Tahun, x.Urut });
            e.HasIndex(x => x.PermohonanId).IsUnique().HasFilter("batal_pada IS NULL").HasDatabaseName("ix_buku_agenda_berlaku");
        });
        model.Entity<ArsipBerkas>(a =>
        {
            a.ToTable("Arsip").HasKey(x => x.PermohonanId);
            a.Property(x => x.Pilahan).AsJson();
        });
        model.Entity<PenyerahanKartu>(p =>
        {
            p.ToTable("Penyerahan").HasKey(x => x.PermohonanId);
            p.HasIndex(x => x.NomorBukti).IsUnique();
            p.HasIndex(x => x.KodePeriksa).IsUnique();
        });
        model.Entity<BerkasArsip>(b =>
        {
            b.ToTable("BerkasArsip").HasKey(x => x.Id);
            b.HasIndex(x => x.PermohonanId);
            b.HasIndex(x => x.Sha256);
        });
        model.Entity<PemeriksaanArsip>(p =>
        {
            p.ToTable("PemeriksaanArsip").HasKey(x => x.Id);
            p.HasIndex(x => x.Giliran).IsUnique();
            p.Property(x => x.Temuan).AsJson();
        });
        model.Entity<PengingatPengambilan>().ToTable("PengingatPengambilan").HasKey(p => new { p.PermohonanId, p.Urut });
    }
}

/// <summary>The same on SQLite.</summary>
public sealed class RegistryDbSqlite(DbContextOptions options) : RegistryDb(options);
