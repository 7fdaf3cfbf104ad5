using System.Globalization;
using Dukcapil.Approval.Database;
using Dukcapil.Contracts;
using Dukcapil.Identity.Database;
using Dukcapil.Intake.Database;
using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.Workflow.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace Dukcapil.Standalone.Tests.Operasi;

/// <summary>
/// Upgrades. From this release on a migration only adds, because the release before it works beside it for a while; and a database of the release before
/// keeps its rows.
/// </summary>
public sealed class Peningkatan
{
    // The last migrations that were free to change anything; what comes later is held to the rule.
    private const string RilisSebelumnya = "20261127112800";

    // Contractions: what the release before no longer uses, with the reason.
    private static readonly Dictionary<string, string> Penyempitan = [];

    private static readonly (string Layanan, Func<string, ServiceDb> Sqlite, Func<ServiceDb> Postgres)[] Layanan =
    [
        (ServiceNames.Intake, berkas => new IntakeDbSqlite(DesignTime.Sqlite<IntakeDbSqlite>(ServiceNames.Intake, berkas)), () => new IntakeDb(DesignTime.PostgreSql<IntakeDb>(ServiceNames.Intake))),
        (ServiceNames.Approval, berkas => new ApprovalDbSqlite(DesignTime.Sqlite<ApprovalDbSqlite>(ServiceNames.Approval, berkas)), () => new ApprovalDb(DesignTime.PostgreSql<ApprovalDb>(ServiceNames.Approval))),
        (ServiceNames.Registry, berkas => new RegistryDbSqlite(DesignTime.Sqlite<RegistryDbSqlite>(ServiceNames.Registry, berkas)), () => new RegistryDb(DesignTime.PostgreSql<RegistryDb>(ServiceNames.Registry))),
        (ServiceNames.Workflow, berkas => new WorkflowDbSqlite(DesignTime.Sqlite<WorkflowDbSqlite>(ServiceNames.Workflow, berkas)), () => new WorkflowDb(DesignTime.PostgreSql<WorkflowDb>(ServiceNames.Workflow))),
        (ServiceNames.Identity, berkas => new IdentityDbSqlite(DesignTime.Sqlite<IdentityDbSqlite>(ServiceNames.Identity, berkas)), () => new IdentityDb(DesignTime.PostgreSql<IdentityDb>(ServiceNames.Identity))),
    ];

    [Fact]
    public void A_migration_only_adds_what_the_release_before_can_live_with()
    {
        var salah = new List<string>();
        var diperiksa = 0;
        foreach (var (layanan, sqlite, postgres) in Layanan)
        {
            foreach (var db in (ServiceDb[])[sqlite("Data Source=design-time"), postgres()])
            {
                using (db)
                {
                    var kumpulan = db.GetService<IMigrationsAssembly>();
                    foreach (var (id, tipe) in kumpulan.Migrations.Where(m => string.CompareOrdinal(m.Key, RilisSebelumnya) > 0 && !Penyempitan.ContainsKey(m.Key)))
                    {
                        diperiksa++;
                        salah.AddRange(kumpulan.CreateMigration(tipe, db.Database.ProviderName!).UpOperations.Where(o => !Menambah(o)).Select(o => $"{layanan} {id}: {o.GetType().Name}"));
                    }
                }
            }
        }
        Assert.True(diperiksa > 0);
        Assert.Empty(salah);
    }

    [Fact]
    public async Task A_database_of_the_release_before_is_brought_up_to_date_and_keeps_its_rows()
    {
        var folder = Directory.CreateTempSubdirectory("dukcapil-uji-");
        try
        {
            foreach (var (layanan, sqlite, _) in Layanan)
            {
                var berkas = $"Data Source={Path.Combine(folder.FullName, layanan)};Pooling=False";
                await using var db = sqlite(berkas);
                var lama = db.Database.GetMigrations().Last(m => string.CompareOrdinal(m, RilisSebelumnya) < 0);
                await db.GetService<IMigrator>().MigrateAsync(lama);
                var isi = await IsiAsync(berkas);
                await db.Database.MigrateAsync();
                Assert.Empty(await db.Database.GetPendingMigrationsAsync());
                Assert.False(db.Database.HasPendingModelChanges(), layanan);
                await using var koneksi = await BukaAsync(berkas);
                foreach (var tabel in isi) Assert.Equal(1, Convert.ToInt64(await NilaiAsync(koneksi, $"SELECT count(*) FROM \"{tabel}\""), CultureInfo.InvariantCulture));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool Menambah(MigrationOperation operasi) => operasi switch
    {
        CreateTableOperation or CreateIndexOperation or CreateSequenceOperation or InsertDataOperation => true,
        AddColumnOperation kolom => kolom.IsNullable || kolom.DefaultValue is not null || kolom.DefaultValueSql is not null,
        // Views, functions and triggers of ours, which are written to be there or not.
        SqlOperation => true,
        // An index makes nothing fail by being gone.
        DropIndexOperation => true,
        _ => false,
    };

    // One row in every table that has none, of the shape that the release before knows; what refuses it (a trigger, a rule) is left empty.
    private static async Task<List<string>> IsiAsync(string berkas)
    {
        await using var koneksi = await BukaAsync(berkas);
        await using (var aturan = new SqliteCommand("PRAGMA foreign_keys = OFF", koneksi)) await aturan.ExecuteNonQueryAsync();
        var tabel = new List<string>();
        await using (var daftar = new SqliteCommand("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%migrations%' AND name NOT LIKE '__EF%'", koneksi))
        await using (var pembaca = await daftar.ExecuteReaderAsync())
            while (await pembaca.ReadAsync()) tabel.Add(pembaca.GetString(0));
        var terisi = new List<string>();
        foreach (var t in tabel)
        {
            if (Convert.ToInt64(await NilaiAsync(koneksi, $"SELECT count(*) FROM \"{t}\""), CultureInfo.InvariantCulture) != 0) continue;
            var kolom = (string)(await NilaiAsync(koneksi, $"SELECT group_concat('\"' || name || '\"') FROM pragma_table_info('{t}')"))!;
            var nilai = (string)(await NilaiAsync(koneksi, $"SELECT group_concat(CASE type WHEN 'INTEGER' THEN '1' WHEN 'BLOB' THEN 'x''00''' ELSE '''1''' END) FROM pragma_table_info('{t}')"))!;
            try
            {
                await using var sisip = new SqliteCommand($"INSERT INTO \"{t}\" ({kolom}) VALUES ({nilai})", koneksi);
                await sisip.ExecuteNonQueryAsync();
                if (Convert.ToInt64(await NilaiAsync(koneksi, $"SELECT count(*) FROM \"{t}\""), CultureInfo.InvariantCulture) == 1) terisi.Add(t);
            }
            catch (SqliteException)
            {
                // Not a row such a table takes.
            }
        }
        Assert.NotEmpty(terisi);
        return terisi;
    }

    private static async Task<SqliteConnection> BukaAsync(string berkas)
    {
        var koneksi = new SqliteConnection(berkas);
        await koneksi.OpenAsync();
        return koneksi;
    }

    private static async Task<object?> NilaiAsync(SqliteConnection koneksi, string sql)
    {
        await using var perintah = new SqliteCommand(sql, koneksi);
        return await perintah.ExecuteScalarAsync();
    }
}
