using Dukcapil.Identity.Kantor;
using Dukcapil.Identity.Klien;
using Dukcapil.Identity.Kunci;
using Dukcapil.Identity.Masuk;
using Dukcapil.Identity.Pengguna;
using Dukcapil.ServiceDefaults;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Identity.Database;

/// <summary>Schema <c>identity</c>: users, offices, sessions and keys of ours, client systems and tokens of OpenIddict.</summary>
public class IdentityDb(DbContextOptions options) : ServiceDb(options)
{
    /// <summary>Users.</summary>
    public DbSet<Akun> Akun => Set<Akun>();

    /// <summary>Who holds which role.</summary>
    public DbSet<PeranAkun> Peran => Set<PeranAkun>();

    /// <summary>Offices.</summary>
    public DbSet<DataKantor> Kantor => Set<DataKantor>();

    /// <summary>Sessions of users.</summary>
    public DbSet<Sesi> Sesi => Set<Sesi>();

    /// <summary>Codes that stand in for a lost second factor.</summary>
    public DbSet<KodePemulihan> KodePemulihan => Set<KodePemulihan>();

    /// <summary>Keys of this issuer, sealed.</summary>
    public DbSet<KunciTersimpan> Kunci => Set<KunciTersimpan>();

    /// <summary>Proofs of clients that are used up.</summary>
    public DbSet<BuktiTerpakai> BuktiTerpakai => Set<BuktiTerpakai>();

    /// <inheritdoc/>
    protected override bool HasMessages => false;

    /// <inheritdoc/>
    protected override void OnServiceModelCreating(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.UseOpenIddict<Guid>();
        model.Entity<Akun>(a =>
        {
            a.ToTable("Akun");
            a.HasIndex(x => x.NamaPengguna).IsUnique();
            a.Property(x => x.Versi).IsConcurrencyToken();
            a.HasMany(x => x.Peran).WithOne().HasForeignKey(x => x.AkunId);
            a.HasOne<DataKantor>().WithMany().HasForeignKey(x => x.Kantor).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PeranAkun>().ToTable("Peran").HasKey(x => new { x.AkunId, x.Kode });
        model.Entity<DataKantor>(k =>
        {
            k.ToTable("Kantor").HasKey(x => x.Kode);
            k.Property(x => x.Versi).IsConcurrencyToken();
        });
        model.Entity<Sesi>(s =>
        {
            s.ToTable("Sesi");
            s.HasIndex(x => x.AkunId);
            s.HasOne<Akun>().WithMany().HasForeignKey(x => x.AkunId);
        });
        model.Entity<KodePemulihan>(k =>
        {
            k.ToTable("KodePemulihan").HasKey(x => new { x.AkunId, x.Hash });
            k.HasOne<Akun>().WithMany().HasForeignKey(x => x.AkunId);
        });
        model.Entity<KunciTersimpan>().ToTable("Kunci");
        model.Entity<BuktiTerpakai>().ToTable("BuktiTerpakai").HasKey(x => x.Hash);
    }
}

/// <summary>The same on SQLite.</summary>
public sealed class IdentityDbSqlite(DbContextOptions options) : IdentityDb(options);
