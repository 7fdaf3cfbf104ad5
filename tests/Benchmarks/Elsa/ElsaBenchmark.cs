using System.Diagnostics;
using System.Globalization;
using Dukcapil.Benchmarks.Engine;
using Dukcapil.TestServers;

namespace Dukcapil.Benchmarks.Elsa;

/// <summary>
/// <c>./bench elsa FOLDER</c>: our executor and a stock Elsa Server side by side: same machine, same PostgreSQL, same broker, same definition, same
/// office, in turns. Method and results: docs/benchmark.md.
/// </summary>
internal static class ElsaBenchmark
{
    private static readonly int[] Bersamaan = [1, 4, 16];
    private static readonly TimeSpan Pemulihan = TimeSpan.FromSeconds(90);

    public static async Task<int> RunAsync(string[] args)
    {
        var (detik, putaran, bunuh) = (Ukur.Angka(args, "--detik", 20), Ukur.Angka(args, "--putaran", 2), Ukur.Angka(args, "--bunuh", 20));
        var elsa = Environment.GetEnvironmentVariable("DUKCAPIL_TEST_ELSA") ?? throw new InvalidOperationException("./bench elsa FOLDER builds what this needs.");
        var log = Array.IndexOf(args, "--log") is var at and >= 0 ? args[at + 1] : "Exclude";
        var jurnal = !args.Contains("--tanpa-jurnal");
        await using var postgres = await PostgresServer.CreateAsync(new Dictionary<string, string> { ["shared_buffers"] = "1GB", ["max_wal_size"] = "4GB" });
        await using var rabbit = await RabbitServer.CreateAsync();
        await PgBench.PrintAsync(postgres);
        await using var kita = await Pelaksana.MulaiAsync("kita", ServiceAssembly.Find("Workflow"), postgres, rabbit, new Dictionary<string, string?>());
        await using var stok = await Pelaksana.MulaiAsync("elsa", elsa, postgres, rabbit, new Dictionary<string, string?> { ["Elsa__Log"] = log, ["Elsa__Jurnal"] = $"{jurnal}", ["Elsa__PengawasDetik"] = "5" });
        Pelaksana[] keduanya = [kita, stok];
        Console.WriteLine($"Elsa Server: token flowchart mode, log persistence {log}, journal {(jurnal ? "on" : "off")}. {detik} s each, {putaran} rounds in turns. Load of the machine before: {Ukur.Beban()}.");
        foreach (var p in keduanya) await UkurAsync(p, 16, Math.Min(detik, 10), tulis: false);
        Console.WriteLine("executor  under way  completions/s   hand-off p50 ms   p99 ms   CPU ms/completion   CPU ms/application   bytes/application   WAL bytes/application");
        for (var kali = 0; kali < putaran; kali++)
        {
            foreach (var bersamaan in Bersamaan)
            {
                foreach (var p in keduanya) await UkurAsync(p, bersamaan, detik, tulis: true);
            }
        }
        if (bunuh > 0)
        {
            Console.WriteLine($"kill -9, {bunuh} times each, 16 applications under way:");
            foreach (var p in keduanya) await BunuhAsync(p, bunuh);
        }
        Console.WriteLine($"Load of the machine after: {Ukur.Beban()}.");
        return 0;
    }

    private static async Task UkurAsync(Pelaksana p, int bersamaan, int detik, bool tulis)
    {
        // Around the measurement, never within it.
        var (bita, wal, cpu) = (await p.BitaAsync(), await p.WalAsync(), p.Cpu());
        await p.Kantor.MulaiAsync(bersamaan);
        var mulai = Stopwatch.GetTimestamp();
        await Task.Delay(TimeSpan.FromSeconds(detik));
        var lama = Stopwatch.GetElapsedTime(mulai).TotalSeconds;
        var waktu = p.Kantor.Ambil();
        p.Kantor.Berhenti();
        await HabisAsync(p, Pemulihan);
        if (!tulis) return;
        // CPU is of all that was started, completions per second of the time in which the load was whole.
        var (selesai, total) = (Math.Max(p.Kantor.Selesai, 1), waktu.Count + p.Kantor.Ambil().Count);
        var habis = (p.Cpu() - cpu) * 1000;
        (wal, bita) = (await p.WalAsync() - wal, await p.BitaAsync() - bita);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{p.Nama,-8} {bersamaan,10} {waktu.Count / lama,14:N1} {Ukur.Persen(waktu, 0.5),17:N1} {Ukur.Persen(waktu, 0.99),8:N1} {habis / Math.Max(total, 1),19:N1} {habis / selesai,20:N0} {bita / selesai,19:N0} {wal / selesai,23:N0}"));
    }

    private static async Task BunuhAsync(Pelaksana p, int kali)
    {
        await p.Kantor.MulaiAsync(16);
        var acak = new Random(1);
        for (var i = 0; i < kali; i++)
        {
            await Task.Delay(acak.Next(1000, 4000));
            await p.Proses.KillAsync();
            await p.Proses.StartAsync(TimeSpan.FromSeconds(120));
        }
        p.Kantor.Berhenti();
        await HabisAsync(p, Pemulihan);
        var tersisa = p.Kantor.Lupakan();
        var rusak = await p.RusakAsync(tersisa);
        Console.WriteLine($"{p.Nama,-8} finished {p.Kantor.Selesai}, torn (told as an incident) {rusak}, lost (unfinished, nobody told) {tersisa.Count - rusak}");
    }

    private static async Task HabisAsync(Pelaksana p, TimeSpan paling)
    {
        for (var mulai = Stopwatch.GetTimestamp(); p.Kantor.Berjalan.Count > 0 && Stopwatch.GetElapsedTime(mulai) < paling;) await Task.Delay(50);
    }
}
