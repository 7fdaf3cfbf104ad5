using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dukcapil.ServiceDefaults.Audit;

/// <summary>Tables of the audit journal, the same in every service.</summary>
public static class AuditModel
{
    /// <summary>Makes the tables append-only: whoever changes or deletes a line meets a trigger. Called by the migration that makes them.</summary>
    public static void LindungiAudit(this MigrationBuilder migration, string schema)
    {
        ArgumentNullException.ThrowIfNull(migration);
        var file = migration.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal) ? "LindungiAudit.sqlite.sql" : "LindungiAudit.postgres.sql";
        migration.Sql(SqlResource.Read(typeof(AuditModel), file).Replace("{schema}", schema, StringComparison.Ordinal));
    }

    internal static void Configure(ModelBuilder model, bool postgres)
    {
        model.Entity<CatatanAudit>(c =>
        {
            c.ToTable("Audit").HasKey(x => x.Nomor);
            c.Property(x => x.Nomor).ValueGeneratedOnAdd();
            c.Ignore(x => x.SetelahTersimpan);
            c.Ignore(x => x.Tersimpan);
            c.HasIndex(x => x.PermohonanId).HasFilter("permohonan_id IS NOT NULL");
            // Lines come in the order of time: a range per block of the table is all an index has to know.
            var waktu = c.HasIndex(x => x.Pada);
            if (postgres) waktu.HasMethod("brin");
        });
        model.Entity<OrangTercatat>().ToTable("AuditOrang").HasKey(o => new { o.Indeks, o.CatatanId });
        model.Entity<SegelAudit>(s =>
        {
            s.ToTable("AuditSegel").HasKey(x => x.Nomor);
            s.Property(x => x.Nomor).ValueGeneratedNever();
        });
    }
}
