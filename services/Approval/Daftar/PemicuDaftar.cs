using Dukcapil.ServiceDefaults;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dukcapil.Approval.Daftar;

/// <summary>
/// Triggers of the list: what changed last, and how much is in each queue. In the database, because both must be right whoever writes the list, and because
/// the numbers then come with the same statement.
/// </summary>
internal static class PemicuDaftar
{
    private const string Baru = "SELECT *, 1 AS tanda FROM baru", Lama = "SELECT *, -1 AS tanda FROM lama";

    /// <summary>Creates them, and counts what is there.</summary>
    public static void BuatPemicuDaftar(this MigrationBuilder migration)
    {
        ArgumentNullException.ThrowIfNull(migration);
        if (migration.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal))
        {
            migration.Sql(Hitung("", ""));
            migration.Sql(SqlResource.Read(typeof(PemicuDaftar), "PerubahanDaftar.sqlite.sql"));
            return;
        }
        migration.Sql(Hitung("approval.", "::int"));
        migration.Sql(SqlResource.Read(typeof(PemicuDaftar), "PerubahanDaftar.postgres.sql").Replace("{schema}", "approval", StringComparison.Ordinal));
        foreach (var (peristiwa, alih, baris) in ((string, string, string)[])
            [
                ("insert", "NEW TABLE AS baru", Baru), ("update", "OLD TABLE AS lama NEW TABLE AS baru", $"{Baru} UNION ALL {Lama}"), ("delete", "OLD TABLE AS lama", Lama),
            ])
        {
            migration.Sql(SqlResource.Read(typeof(PemicuDaftar), "JumlahAntrean.postgres.sql")
                .Replace("{schema}", "approval", StringComparison.Ordinal).Replace("{peristiwa}", peristiwa, StringComparison.Ordinal)
                .Replace("{alih}", alih, StringComparison.Ordinal).Replace("{baris}", baris, StringComparison.Ordinal));
        }
    }

    /// <summary>Removes them.</summary>
    public static void HapusPemicuDaftar(this MigrationBuilder migration)
    {
        ArgumentNullException.ThrowIfNull(migration);
        if (migration.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal))
        {
            migration.Sql("DROP TRIGGER tugas_kantor_tambah; DROP TRIGGER tugas_kantor_ubah; DROP TRIGGER tugas_kantor_hapus;");
            return;
        }
        foreach (var fungsi in (string[])["perubahan", "jumlah_insert", "jumlah_update", "jumlah_delete"])
            migration.Sql($"DROP FUNCTION approval.tugas_kantor_{fungsi}() CASCADE");
    }

    private static string Hitung(string skema, string angka) =>
        $"""
        INSERT INTO {skema}jumlah_antrean (kantor, peran, nomor, laci, terbuka, dipegang, segera, terlambat)
        SELECT kantor, peran, nomor, 0, count(*), sum((pemegang IS NOT NULL){angka}), 0, 0 FROM {skema}tugas_kantor WHERE status = 0 GROUP BY kantor, peran, nomor;
        """;
}
