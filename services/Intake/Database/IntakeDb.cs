using Dukcapil.Intake.BukuRegister;
using Dukcapil.Intake.Konsep;
using Dukcapil.Intake.PanggilanBalik;
using Dukcapil.Intake.Pencabutan;
using Dukcapil.Intake.Pengajuan;
using Dukcapil.Intake.Riwayat;
using Dukcapil.ServiceDefaults;
using Dukcapil.ServiceDefaults.Books;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.Database;

/// <summary>Schema <c>intake</c>.</summary>
public class IntakeDb(DbContextOptions options) : ServiceDb(options)
{
    /// <summary>Applications.</summary>
    public DbSet<Permohonan> Permohonan => Set<Permohonan>();

    /// <summary>Attachments; the content is in the file store.</summary>
    public DbSet<Lampiran> Lampiran => Set<Lampiran>();

    /// <summary>Versions of the konsep.</summary>
    public DbSet<VersiKonsep> Konsep => Set<VersiKonsep>();

    /// <summary>Parafs, as Approval told.</summary>
    public DbSet<ParafKonsep> Paraf => Set<ParafKonsep>();

    /// <summary>Buku Register.</summary>
    public DbSet<EntriRegister> BukuRegister => Set<EntriRegister>();

    /// <summary>The way each application took, as the owners of the tasks told.</summary>
    public DbSet<RiwayatLangkah> Riwayat => Set<RiwayatLangkah>();

    /// <summary>Where client systems want to be called.</summary>
    public DbSet<Langganan> Langganan => Set<Langganan>();

    /// <summary>Remarks of Kasi and Kabid on fields of a konsep.</summary>
    public DbSet<CatatanKoreksi> Koreksi => Set<CatatanKoreksi>();

    /// <summary>Which officer has seen which version of a konsep.</summary>
    public DbSet<KonsepDilihat> KonsepDilihat => Set<KonsepDilihat>();

    /// <summary>Calls to them.</summary>
    public DbSet<Panggilan> Panggilan => Set<Panggilan>();

    /// <summary>Requests to withdraw.</summary>
    public DbSet<PermintaanPencabutan> Pencabutan => Set<PermintaanPencabutan>();

    /// <inheritdoc/>
    protected override void OnServiceModelCreating(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.AddTugas();
        model.AddNomorBuku();
        model.Entity<Permohonan>(p =>
        {
            p.ToTable("Permohonan");
            p.Property(x => x.Keadaan).AsJson();
            p.HasIndex(x => x.KodeLacak).IsUnique();
            p.Property(x => x.Revisi).IsConcurrencyToken();
            p.HasIndex(x => new { x.Kantor, x.Id });
            p.HasIndex(x => new { x.Kantor, x.Status, x.Id });
            p.HasIndex(x => new { x.DiajukanOleh, x.Id });
            p.HasIndex(x => x.NomorRegister).HasFilter("nomor_register IS NOT NULL");
            p.HasIndex(x => x.Id, "IX_Permohonan_Terbuka").HasFilter("status = 0");
        });
        model.Entity<Lampiran>().ToTable("Lampiran").HasIndex(l => l.PermohonanId);
        model.Entity<VersiKonsep>().ToTable("Konsep").HasKey(k => new { k.PermohonanId, k.Versi });
        model.Entity<ParafKonsep>().ToTable("Paraf").HasKey(p => new { p.PermohonanId, p.Versi, p.Peran });
        model.Entity<CatatanKoreksi>(k =>
        {
            k.ToTable("Koreksi").HasKey(x => x.TugasId);
            k.HasIndex(x => new { x.PermohonanId, x.Versi });
        });
        model.Entity<KonsepDilihat>().ToTable("KonsepDilihat").HasKey(k => new { k.PermohonanId, k.Petugas, k.Versi });
        model.Entity<EntriRegister>(e =>
        {
            e.ToTable("BukuRegister").HasKey(x => new { x.Kantor, x.Tahun, x.Urut });
            e.HasIndex(x => x.PermohonanId).IsUnique();
        });
        model.Entity<RiwayatLangkah>(r =>
        {
            r.ToTable("Riwayat").HasKey(x => x.TugasId);
            r.Property(x => x.Langkah).AsJson();
            r.Property(x => x.Asal).AsJson();
            r.Property(x => x.AtasNama).AsJson();
            r.HasIndex(x => new { x.PermohonanId, x.DiterbitkanPada });
            r.HasIndex(x => x.SelesaiPada).HasFilter("selesai_pada IS NOT NULL");
        });
        model.Entity<Langganan>(l =>
        {
            l.ToTable("Langganan");
            l.Property(x => x.Id).ValueGeneratedNever();
            l.Property(x => x.Peristiwa).AsJson();
            l.Property(x => x.Revisi).IsConcurrencyToken();
            l.HasIndex(x => x.Klien);
        });
        model.Entity<Panggilan>(p =>
        {
            p.ToTable("Panggilan");
            p.Property(x => x.Id).ValueGeneratedNever();
            p.HasIndex(x => x.BerikutPada).HasFilter("status = 0");
            p.HasIndex(x => new { x.LanggananId, x.Id });
        });
        model.Entity<PermintaanPencabutan>(p =>
        {
            p.ToTable("Pencabutan");
            p.HasIndex(x => x.PermohonanId);
        });
    }
}

/// <summary>The same on SQLite.</summary>
public sealed class IntakeDbSqlite(DbContextOptions options) : IntakeDb(options);
