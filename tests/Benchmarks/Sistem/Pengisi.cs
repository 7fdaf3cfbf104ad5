using System.Diagnostics;
using System.Globalization;
using Dukcapil.Contracts;
using Npgsql;

namespace Dukcapil.Benchmarks.Sistem;

/// <summary>
/// Fills the databases of a running system with applications that have ended and such that wait at every step: copies of real ones, row for row in every
/// table that knows the application, under ids and numbers of their own. The audit journal is left out: a copied line would break its chain.
/// Indexes are made anew at the end, because keeping them row by row would take hours.
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
                Interlocked.Add(ref baris, await SalinAsync(sumber, tabel, new(contohSelesai, selesai, Mulai: 1), new(contohTerbuka, terbuka, Mulai: 1_000_000)));
        });
        await using var analisis = sumber.CreateCommand("VACUUM ANALYZE");
        await analisis.ExecuteNonQueryAsync();
        // What was filled is written out before anything is measured.
        await using var tulis = sumber.CreateCommand("CHECKPOINT");
        await tulis.ExecuteNonQueryAsync();
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

    private static async Task<long> SalinAsync(NpgsqlDataSource sumber, Tabel tabel, params Kumpulan[] kumpulan)
    {
        var baris = 0L;
        await using var koneksi = await sumber.OpenConnectionAsync();
        // Neither triggers nor checks of other tables: counters of queues and the live stream are about what officers do.
        await JalankanAsync("SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '1GB'");
        for (var i = 0; i < kumpulan.Length; i++)
            await JalankanAsync($"CREATE TEMP TABLE contoh_{i} AS SELECT * FROM {tabel.Nama} WHERE {tabel.Milik.Replace("{contoh}", $"'{{{string.Join(',', kumpulan[i].Contoh)}}}'::uuid[]", StringComparison.Ordinal)}");
        await JalankanAsync($"UPDATE pg_index SET indisready = false, indisvalid = false WHERE indrelid = '{tabel.Nama}'::regclass");
        for (var i = 0; i < kumpulan.Length; i++)
        {
            var (_, banyak, mulai) = kumpulan[i];
            var salinan = banyak / kumpulan[i].Contoh.Length;
            for (var dari = 0; dari < salinan; dari += SekaliSalin)
            {
                var sampai = Math.Min(dari + SekaliSalin, salinan) - 1;
                baris += await JalankanAsync(string.Create(
                    CultureInfo.InvariantCulture, $"INSERT INTO {tabel.Nama} ({tabel.Kolom}) SELECT {tabel.Nilai} FROM contoh_{i} s, generate_series({mulai + dari}, {mulai + sampai}) k"));
            }
        }
        await JalankanAsync($"REINDEX TABLE {tabel.Nama}");
        return baris;

        async Task<int> JalankanAsync(string sql)
        {
            await using var perintah = new NpgsqlCommand(sql, koneksi);
            return await perintah.ExecuteNonQueryAsync();
        }
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
               select new Tabel(
                   $"{skema}.{t.Key}", milik, string.Join(", ", t.Select(k => k.Nama)), string.Join(", ", t.Select(k => Nilai(k.Nama, k.Tipe, k.Unik)))),
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

    /// <summary>How a table is copied: which rows are of the samples, and the value of each column in a copy.</summary>
    private sealed record Tabel(string Nama, string Milik, string Kolom, string Nilai);

    /// <summary>Samples, how many are to be made of them, and the number of the first copy.</summary>
    private sealed record Kumpulan(Guid[] Contoh, int Banyak, int Mulai);
}
