using System.Diagnostics;
using System.Globalization;
using Dukcapil.Benchmarks.Engine;
using Dukcapil.TestServers;

namespace Dukcapil.Benchmarks.Sistem;

/// <summary>
/// The whole system on one machine: applications through all eight steps over REST, gateway, four services, RabbitMQ and PostgreSQL; the load itself runs
/// here too. First as many as go through with a number of them on their way, then hand-off at a quarter of that rate. Method: docs/benchmark.md.
/// </summary>
internal static class SistemBenchmark
{
    private const int Langkah = 8;

    public static async Task<int> RunAsync(string[] args)
    {
        var (detik, bersamaan) = (Ukur.Angka(args, "--detik", 30), Ukur.Angka(args, "--bersamaan", 64));
        await using var jejak = args.Contains("--jejak") ? await PenampungJejak.MulaiAsync() : null;
        await using var instalasi = await Instalasi.MulaiAsync(jejak?.Alamat);
        await using var petugas = new Petugas(instalasi);
        await petugas.SiapAsync();
        using var patokan = new Patokan();
        Console.WriteLine($"Load of the machine before: {Ukur.Beban()}; {Environment.ProcessorCount} cores, all of it on them.");

        var penuh = await PenuhAsync(instalasi, petugas, patokan, bersamaan, detik);
        var seperempat = Ukur.Angka(args, "--laju", 0) is > 0 and var laju ? laju : penuh / 4;
        await LajuAsync(instalasi, petugas, patokan, seperempat, detik);
        if (Ukur.Angka(args, "--selesai", 0) is > 0 and var akhir)
        {
            var terbuka = Ukur.Angka(args, "--terbuka", akhir / 10);
            await petugas.TahanAsync();
            await HabisAsync(petugas);
            var mulai = Stopwatch.GetTimestamp();
            var (baris, bita) = await Pengisi.IsiAsync(instalasi.BasisData, akhir, terbuka);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"filled with {akhir:N0} finished and {terbuka:N0} open applications in {Stopwatch.GetElapsedTime(mulai).TotalSeconds:N0} s: {baris:N0} rows, {bita / 1e9:N1} GB"));
            await LajuAsync(instalasi, petugas, patokan, seperempat, detik);
            await PenuhAsync(instalasi, petugas, patokan, bersamaan, detik);
        }
        if (jejak is not null) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"traces and metrics exported: {jejak.Bita / 1024.0 / petugas.Selesai:N1} KB per application"));
        Console.WriteLine($"acts made again because a message was still on its way: {petugas.Diulang}");
        return 0;
    }

    /// <summary>Keeps a number of applications on their way; how many come to their end in a second.</summary>
    private static async Task<double> PenuhAsync(Instalasi instalasi, Petugas petugas, Patokan patokan, int bersamaan, int detik)
    {
        var isi = true;
        petugas.Berakhir = () =>
        {
            if (Volatile.Read(ref isi)) _ = Task.Run(petugas.AjukanAsync);
        };
        await Task.WhenAll(Enumerable.Range(0, bersamaan).Select(_ => petugas.AjukanAsync()));
        // Until the programs are compiled where it matters and the applications stand at all steps.
        await Task.Delay(TimeSpan.FromSeconds(Math.Max(detik, 15)));
        petugas.Ambil();
        patokan.Ambil();
        var (mulai, selesai, cpu) = (Stopwatch.GetTimestamp(), petugas.Selesai, instalasi.Cpu());
        await Task.Delay(TimeSpan.FromSeconds(detik));
        var banyak = petugas.Selesai - selesai;
        var perDetik = banyak / Stopwatch.GetElapsedTime(mulai).TotalSeconds;
        Tulis($"{bersamaan} on their way", petugas, perDetik);
        TulisCpu(instalasi, patokan, cpu, banyak);
        Volatile.Write(ref isi, false);
        await HabisAsync(petugas);
        return perDetik;
    }

    /// <summary>Files at a steady rate, whatever has become of those before.</summary>
    private static async Task LajuAsync(Instalasi instalasi, Petugas petugas, Patokan patokan, double perDetik, int detik)
    {
        petugas.Berakhir = null;
        petugas.Ambil();
        patokan.Ambil();
        var (selesai, cpu) = (petugas.Selesai, instalasi.Cpu());
        var mulai = Stopwatch.GetTimestamp();
        var diajukan = new List<Task>();
        using var denyut = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (Stopwatch.GetElapsedTime(mulai).TotalSeconds is var lewat && lewat < detik && await denyut.WaitForNextTickAsync())
        {
            while (diajukan.Count < lewat * perDetik) diajukan.Add(petugas.AjukanAsync());
        }
        await Task.WhenAll(diajukan);
        await HabisAsync(petugas);
        var banyak = petugas.Selesai - selesai;
        Tulis(string.Create(CultureInfo.InvariantCulture, $"{perDetik:N1}/s filed"), petugas, banyak / Stopwatch.GetElapsedTime(mulai).TotalSeconds);
        TulisCpu(instalasi, patokan, cpu, banyak);
    }

    private static void Tulis(string apa, Petugas petugas, double perDetik)
    {
        var (serahTerima, permintaan) = petugas.Ambil();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{apa,-20} {perDetik,7:N1} applications/s ({perDetik * (Langkah + 1):N0} acts/s)   hand-off p50 {Ukur.Persen(serahTerima, 0.5):N1} p99 {Ukur.Persen(serahTerima, 0.99):N1} ms   request p50 {Ukur.Persen(permintaan, 0.5):N1} p99 {Ukur.Persen(permintaan, 0.99):N1} ms"));
    }

    private static void TulisCpu(Instalasi instalasi, Patokan patokan, IReadOnlyDictionary<string, double> sebelum, int banyak)
    {
        var per = instalasi.Cpu().Select(c => (c.Key, Ms: (c.Value - sebelum[c.Key]) * 1000 / Math.Max(banyak, 1))).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  CPU ms per application {per.Sum(p => p.Ms):N0}: ")
            + string.Join(", ", per.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Key} {p.Ms:N1}")))
            + $"   (fixed work beside it: {patokan.Ambil()})");
    }

    private static async Task HabisAsync(Petugas petugas)
    {
        for (var mulai = Stopwatch.GetTimestamp(); petugas.Berjalan > 0; await Task.Delay(50))
        {
            if (Stopwatch.GetElapsedTime(mulai) > TimeSpan.FromMinutes(2)) throw new InvalidOperationException($"{petugas.Berjalan} applications did not come to their end.");
        }
    }
}
