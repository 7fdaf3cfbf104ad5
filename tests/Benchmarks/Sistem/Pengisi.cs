using System.Diagnostics;
using System.Globalization;
using Dukcapil.Contracts;
using Npgsql;

namespace Dukcapil.Benchmarks.Sistem;

/// <summary>
/// Fills the databases of a running system with applications that have ended and such that wait at every step: copies of real ones, row for row in every
/// table that knows the application, under ids and numbers of their own. The audit journal is left out: a copied line would break its chain.
/// </summary>
internal static class Pengisi
{
    private const int SekaliSalin = 2_000;

    // The application's rows are found by these columns; the journal knows the instance only.
    private static readonly string[] KolomPermohonan = ["permohonan_id", "stream"];
    private static readonly string[] TanpaSalinan = ["outbox", "inbox_held", "audit_orang", "signal", "idempotency"];

    /// <summary>Fills; answers rows written and bytes the databases hold.</summary>
    public static async Task<(long Baris, long Bita)> IsiAsync(string basisData, int selesai, int terbuka)
    {
        await using var sumber = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(basisData) { CommandTimeout = 0 }.ConnectionString);
        var (contohSelesai, contohTerbuka) = (
            await PermohonanAsync(sumber, "SELECT permohonan_id FROM workflow.finished_instance ORDER BY id DESC LIMIT 20"),
            await PermohonanAsync(sumber, "SELECT permohonan_id FROM workflow.instance"));
        var baris = 0L;
        await Parallel.ForEachAsync(ServiceNames.All, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (skema, _) =>
        {
            foreach (var tabel in await TabelAsync(sumber, skema))
            {
                Interlocked.Add(ref baris, await SalinAsync(sumber, tabel, contohSelesai, selesai, mulai: 1));
                Interlocked.Add(ref baris, await SalinAsync(sumber, tabel, contohTerbuka, terbuka, mulai: 1_000_000));
            }
        });
        await using var analisis = sumber.CreateCommand("VACUUM ANALYZE");
        await analisis.ExecuteNonQueryAsync();
        await using var ukuran = sumber.CreateCommand("SELECT pg_database_size(current_database())");
        return (baris, (long)(await ukuran.ExecuteScalarAsync())!);
    }

    private static async Task<Guid[]> PermohonanAsync(NpgsqlDataSource sumber, string sql)
    {
        var id = new List<Guid>();
        await using var perintah = sumber.CreateCommand(sql);
        await using var baca = await perintah.ExecuteReaderAsync();
        while (await baca.ReadAsync()) id.Add(baca.GetGuid(0));
        return [.. id];
    }

    private static async Task<long> SalinAsync(NpgsqlDataSource sumber, Tabel tabel, Guid[] contoh, int banyak, int mulai)
    {
        var (baris, salinan) = (0L, banyak / contoh.Length);
        for (var dari = 0; dari < salinan; dari += SekaliSalin)
        {
            await using var koneksi = await sumber.OpenConnectionAsync();
            // Neither triggers nor checks of other tables: counters of queues and the live stream are about what officers do.
            await using var perintah = new NpgsqlCommand(
                $"SET session_replication_role = replica; SET synchronous_commit = off; {tabel.Salin.Replace("{contoh}", $"'{{{string.Join(',', contoh)}}}'::uuid[]", StringComparison.Ordinal)
                    .Replace("{dari}", (mulai + dari).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                    .Replace("{sampai}", (mulai + Math.Min(dari + SekaliSalin, salinan) - 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)}; RESET ALL",
                koneksi);
            baris += await perintah.ExecuteNonQueryAsync();
        }
        return baris;
    }

    private static async Task<List<Tabel>> TabelAsync(NpgsqlDataSource sumber, string skema)
    {
        var kolom = new List<(string Tabel, string Nama, string Tipe, bool Unik)>();
        await using var perintah = sumber.CreateCommand("""
            SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                   EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.oid AND i.indisunique AND a.attnum = ANY(i.indkey))
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relnamespace = $1::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
            ORDER BY c.relname, a.attnum
            """);
        perintah.Parameters.AddWithValue(skema);
        await using var baca = await perintah.ExecuteReaderAsync();
        while (await baca.ReadAsync()) kolom.Add((baca.GetString(0), baca.GetString(1), baca.GetString(2), baca.GetBoolean(3)));
        return
        [
            .. from t in kolom.GroupBy(k => k.Tabel)
               where !TanpaSalinan.Contains(t.Key) && !t.Key.StartsWith("audit", StringComparison.Ordinal)
               let milik = Milik(skema, t.Key, [.. t.Select(k => k.Nama)])
               where milik is not null
               select new Tabel($"""
                   INSERT INTO {skema}.{t.Key} ({string.Join(", ", t.Select(k => k.Nama))})
                   SELECT {string.Join(", ", t.Select(k => Nilai(k.Nama, k.Tipe, k.Unik)))}
                   FROM (SELECT * FROM {skema}.{t.Key} WHERE {milik}) s, generate_series({"{dari}"}, {"{sampai}"}) k
                   """),
        ];
    }

    private static string? Milik(string skema, string tabel, string[] kolom) => (skema, tabel) switch
    {
        (ServiceNames.Intake, "permohonan") => "id = ANY({contoh})",
        (ServiceNames.Workflow, "journal") => "instance_id IN (SELECT id FROM workflow.instance WHERE permohonan_id = ANY({contoh}) UNION SELECT id FROM workflow.finished_instance WHERE permohonan_id = ANY({contoh}))",
        _ => KolomPermohonan.FirstOrDefault(kolom.Contains) is { } k ? $"{k} = ANY({"{contoh}"})" : null,
    };

    // One rule for all tables, so that what belongs together still does: ids and unique values become a digest of themselves and the number of the copy;
    // numbers of books move into years of their own.
    private static string Nilai(string nama, string tipe, bool unik) => tipe switch
    {
        "uuid" => $"md5(s.{nama}::text || k)::uuid",
        "text" when unik || nama is "tugas_id" or "engine_task_id" => nama is "kantor" or "sender" or "receiver" or "peran" ? "s." + nama : $"md5(s.{nama} || k)",
        "bytea" when unik => $"decode(md5(s.{nama} || k::text::bytea), 'hex')",
        "integer" when unik && nama == "tahun" => $"s.{nama} + k",
        _ => "s." + nama,
    };

    private sealed record Tabel(string Salin);
}
