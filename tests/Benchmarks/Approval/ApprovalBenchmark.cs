using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Dukcapil.Approval;
using Dukcapil.Approval.Daftar;
using Dukcapil.Approval.Database;
using Dukcapil.Benchmarks.Engine;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Kewenangan;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.TestServers;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dukcapil.Benchmarks.Approval;

/// <summary>
/// The inbox of an officer in an office with 100,000 open tasks, by the code that the API runs, and acting on a task: claim and paraf, each one transaction.
/// </summary>
internal static class ApprovalBenchmark
{
    private const int Terbuka = 100_000, Ulangan = 300, Berkas = 2_000;
    private static readonly Petugas Kasi = new("kasi-bench", "KASI BENCH", "9901", new HashSet<string> { "KASI" }, new HashSet<string>());
    private static readonly Petugas Loket = new("loket-bench", "LOKET BENCH", "9901", new HashSet<string> { "LOKET" }, new HashSet<string>());

    public static async Task<int> RunAsync()
    {
        await using var server = await PostgresServer.CreateAsync();
        await PgBench.PrintAsync(server);
        var connection = await server.CreateDatabaseAsync("approval");
        await using var app = Build(connection);
        await using (var scope = app.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<ServiceDb>().Database.MigrateAsync();
        await using var database = new BenchDatabase(connection);
        await IsiAsync(database);
        Console.WriteLine($"{Terbuka:N0} open tasks in the office, {await database.ScalarAsync<long>("SELECT count(*) FROM approval.tugas_kantor"):N0} rows in the list");
        Console.WriteLine("                                        p50 ms  p99 ms  max ms");
        foreach (var (nama, petugas) in ((string, Petugas)[])[("Kasi, 25,000 open", Kasi), ("Loket, 60,000 open", Loket)])
        {
            await BacaAsync(app.Services, $"{nama}: first page, oldest", petugas, new(null, null, null, null, null, null, null, null, null, null, null));
            await BacaAsync(app.Services, $"{nama}: first page, urgent", petugas, new(null, null, null, null, null, null, null, null, Urutan.Prioritas, null, null));
            await BacaAsync(app.Services, $"{nama}: first page, due", petugas, new(null, null, null, null, null, null, null, null, Urutan.Tenggat, null, null));
            await BacaAsync(app.Services, $"{nama}: held by me", petugas, new(null, "saya", null, null, null, null, null, null, null, null, null));
            await BacaAsync(app.Services, $"{nama}: page 200", petugas, new(null, null, null, null, null, null, null, null, null, null, await PenandaAsync(app.Services, petugas, 200)));
            await UkurAsync($"{nama}: counts", () => JumlahAsync(app.Services, petugas));
        }
        await RencanaAsync(database);
        await BertindakAsync(app.Services, database);
        return 0;
    }

    private static async Task BacaAsync(IServiceProvider services, string nama, Petugas petugas, SaringanTugas saringan) =>
        await UkurAsync(nama, async () =>
        {
            await using var scope = services.CreateAsyncScope();
            var antrean = await AntreanPetugas.SemuaAsync(petugas, scope.ServiceProvider.GetRequiredService<PemeriksaWewenang>(), default);
            var (tugas, _) = await scope.ServiceProvider.GetRequiredService<HalamanDaftar>().BacaAsync(saringan, petugas, antrean, saringan.Sesudah is { } s ? Penanda.Baca(s) : null, default);
            await scope.ServiceProvider.GetRequiredService<PenyusunButir>().SusunAsync(tugas, antrean, default);
        });

    private static async Task<string> PenandaAsync(IServiceProvider services, Petugas petugas, int halaman)
    {
        await using var scope = services.CreateAsyncScope();
        Penanda? sesudah = null;
        for (var i = 0; i < halaman; i++)
        {
            var (_, berikut) = await scope.ServiceProvider.GetRequiredService<HalamanDaftar>().BacaAsync(
                new(null, null, null, null, null, null, null, null, null, null, null), petugas, [new(petugas.Peran.Single(), null)], sesudah, default);
            sesudah = Penanda.Baca(berikut!);
        }
        return sesudah!.Tulis();
    }

    private static async Task JumlahAsync(IServiceProvider services, Petugas petugas)
    {
        await using var scope = services.CreateAsyncScope();
        var antrean = await AntreanPetugas.SemuaAsync(petugas, scope.ServiceProvider.GetRequiredService<PemeriksaWewenang>(), default);
        await scope.ServiceProvider.GetRequiredService<JumlahDaftar>().BacaAsync(petugas.Kantor, antrean, default);
    }

    private static async Task UkurAsync(string nama, Func<Task> kerja)
    {
        for (var i = 0; i < 20; i++) await kerja();
        var waktu = new List<double>(Ulangan);
        for (var i = 0; i < Ulangan; i++)
        {
            var mulai = Stopwatch.GetTimestamp();
            await kerja();
            waktu.Add(Stopwatch.GetElapsedTime(mulai).TotalMilliseconds);
        }
        waktu.Sort();
        Console.WriteLine($"{nama,-40}{waktu[Ulangan / 2],6:N2} {waktu[Ulangan * 99 / 100],7:N2} {waktu[^1],7:N2}");
    }

    // What the two readings come down to in the database.
    private static async Task RencanaAsync(BenchDatabase database)
    {
        foreach (var (nama, sql) in ((string, string)[])
            [
                ("first page", "SELECT * FROM approval.tugas_kantor WHERE kantor = '9901' AND status = 0 AND peran = 'KASI' ORDER BY diterbitkan_pada, tugas_id LIMIT 51"),
                ("counts", """
                    SELECT peran, nomor, sum(terbuka), (SELECT t.diterbitkan_pada FROM approval.tugas_kantor t WHERE t.kantor = '9901' AND t.peran = j.peran AND t.nomor = j.nomor AND t.status = 0
                     ORDER BY t.diterbitkan_pada LIMIT 1) FROM approval.jumlah_antrean j WHERE kantor = '9901' AND peran = 'KASI' GROUP BY peran, nomor
                    """),
            ])
        {
            Console.WriteLine($"EXPLAIN ANALYZE, {nama}:");
            Console.WriteLine(string.Join(Environment.NewLine, await database.TextsAsync("EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) " + sql)));
        }
    }

    private static async Task BertindakAsync(IServiceProvider services, BenchDatabase database)
    {
        Console.WriteLine("acting on a task (claim, then paraf)      acts/s  p50 ms  p99 ms  commits per act");
        var berkas = 0;
        foreach (var pelaku in (int[])[1, 4, 16])
        {
            var tugas = await TerbitkanAsync(services, berkas, Berkas);
            berkas += Berkas;
            var awal = await database.CommitsAsync();
            var (mulai, antre, waktu) = (Stopwatch.GetTimestamp(), -1, new List<double>[pelaku]);
            await Task.WhenAll(Enumerable.Range(0, pelaku).Select(p => Task.Run(async () =>
            {
                waktu[p] = [];
                for (int i; (i = Interlocked.Increment(ref antre)) < tugas.Count;)
                {
                    foreach (var tindakan in (Func<PelayananTugas, Task<object?>>[])
                        [
                            async l => (await l.KlaimAsync(tugas[i], Kasi, default)).Tugas,
                            async l => (await l.SelesaikanAsync(tugas[i], new("Sesuai", Data: JsonSerializer.SerializeToElement(new { versiKonsep = 1 })), Kasi, default)).Jawaban,
                        ])
                    {
                        var satu = Stopwatch.GetTimestamp();
                        await using var scope = services.CreateAsyncScope();
                        if (await tindakan(scope.ServiceProvider.GetRequiredService<PelayananTugas>()) is null) throw new InvalidOperationException("Refused.");
                        waktu[p].Add(Stopwatch.GetElapsedTime(satu).TotalMilliseconds);
                    }
                }
            })));
            var lama = Stopwatch.GetElapsedTime(mulai).TotalSeconds;
            // The server reports its counters with a delay.
            await Task.Delay(TimeSpan.FromSeconds(1.5));
            var semua = waktu.SelectMany(w => w).Order().ToList();
            var commit = (double)(await database.CommitsAsync() - awal) / semua.Count;
            Console.WriteLine($"{pelaku,10} callers {semua.Count / lama,29:N0} {semua[semua.Count / 2],7:N2} {semua[semua.Count * 99 / 100],7:N2} {commit,8:N2}");
        }
    }

    private static async Task<List<string>> TerbitkanAsync(IServiceProvider services, int dari, int banyak)
    {
        var inbox = services.GetRequiredService<Inbox>();
        var tugas = Enumerable.Range(dari, banyak).Select(i => (Id: $"bench-{i:D8}", Permohonan: Guid.NewGuid())).ToList();
        await Parallel.ForEachAsync(tugas, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (t, token) =>
        {
            await inbox.ReceiveAsync(new(Guid.NewGuid(), ServiceNames.Intake, 1, null, new KonsepTerbit
            {
                PermohonanId = t.Permohonan,
                Versi = 1,
                Hash = "hash",
                Pengentri = "loket",
                JumlahPeringatan = 0,
                Pada = DateTimeOffset.UtcNow,
            }), token);
            await inbox.ReceiveAsync(new(Guid.NewGuid(), ServiceNames.Workflow, 1, null, new TugasDiterbitkan
            {
                PermohonanId = t.Permohonan,
                TugasId = t.Id,
                Pelayan = ServiceNames.Approval,
                Kantor = "9901",
                Aktivitas = "Dukcapil.KoreksiKonsep",
                Simpul = "koreksi",
                Langkah = new LangkahSop { Nomor = "3", Kegiatan = "Mengoreksi Kartu Keluarga", Pelaksana = "KASI", WaktuBaku = 1 },
                Hasil = [new("Sesuai", "Sesuai", false), new("TidakSesuai", "Tidak sesuai", true)],
                Fakta = new Fakta { VersiKonsep = 1, JumlahAnggota = 4 },
                Pada = DateTimeOffset.UtcNow,
            }), token);
        });
        return [.. tugas.Select(t => t.Id)];
    }

    // As it is after years: a hundred thousand open, five times as many ended; a third came by a return, one in ten is due, one in a hundred urgent.
    private static async Task IsiAsync(BenchDatabase database)
    {
        await database.ExecuteAsync($$"""
            INSERT INTO approval.tugas_kantor (tugas_id, permohonan_id, versi, pelayan, kantor, aktivitas, nomor, kegiatan, peran, waktu_baku_ms, hasil, asal, kembali, status,
              pemegang, diterbitkan_pada, selesai_pada, penanganan_ms, prioritas, tenggat_pada, versi_konsep, jumlah_catatan, perubahan)
            SELECT lpad(i::text, 20, '0'), gen_random_uuid(), 1, 'approval', '9901', 'Dukcapil.KoreksiKonsep', r.nomor, 'Mengoreksi Kartu Keluarga', r.peran, 60000,
              '[{"nama":"Sesuai","label":"Sesuai","perluAlasan":false},{"nama":"TidakSesuai","label":"Tidak sesuai","perluAlasan":true}]', NULL, false,
              CASE WHEN i <= {{Terbuka}} THEN 0 ELSE 1 END, CASE WHEN i % 50 = 0 THEN 'kasi-bench' WHEN i % 3 = 0 THEN 'kasi-' || i % 40 END,
              now() - (i || ' seconds')::interval, CASE WHEN i <= {{Terbuka}} THEN NULL ELSE now() END, 30000, CASE WHEN i % 100 = 0 THEN 1 ELSE 0 END,
              CASE WHEN i % 10 = 0 THEN now() + (i || ' seconds')::interval END, 1, 0, 0
            FROM generate_series(1, {{Terbuka * 6}}) i
            JOIN LATERAL (SELECT CASE WHEN i % 20 < 5 THEN 'KASI' WHEN i % 20 < 8 THEN 'KABID' ELSE 'LOKET' END AS peran,
              CASE WHEN i % 20 < 5 THEN '3' WHEN i % 20 < 8 THEN '4' WHEN i % 20 < 14 THEN '2' WHEN i % 20 < 18 THEN '5' ELSE '7' END AS nomor) r ON true
            """);
        await database.ExecuteAsync("VACUUM ANALYZE approval.tugas_kantor");
    }

    private static WebApplication Build(string connection)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = "PostgreSql",
            ["ConnectionStrings:Database"] = connection,
            ["ConnectionStrings:Broker"] = "amqp://localhost:1/",
            ["Auth:Issuer"] = "https://bench.invalid",
            ["Auth:Audience"] = "dukcapil",
            ["Protection:Active"] = "k1",
            ["Protection:Keys:k1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["Kantor:Kode"] = "9901",
            ["Kantor:Nama"] = "DINAS CONTOH",
            ["Kantor:Wilayah"] = "99.01",
            ["Kantor:Zona"] = "Asia/Jakarta",
        });
        return ApprovalService.Build(builder);
    }
}
