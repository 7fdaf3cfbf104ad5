using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Dukcapil.Dokumen;
using Dukcapil.Kependudukan;

namespace Dukcapil.Benchmarks.Registry;

/// <summary>Konsep PDFs: CPU and size of one after warm-up, and a batch of 1,000 on two cores with its memory.</summary>
internal static class RegistryBenchmark
{
    private const int Anggota = 6, Satu = 300, Massal = 1000, Inti = 2;

    public static Task<int> RunAsync()
    {
        var konsep = Konsep(0);
        for (var i = 0; i < 200; i++) KonsepKk.Buat(konsep);
        Acuan();

        var (cpu, jam) = (Cpu(), Stopwatch.StartNew());
        var alokasi = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Satu; i++) KonsepKk.Buat(konsep);
        Tulis("konsep of 6 members", $"{(Cpu() - cpu).TotalMilliseconds / Satu:0.00} ms CPU, {jam.Elapsed.TotalMilliseconds / Satu:0.00} ms, "
            + $"{KonsepKk.Buat(konsep).Length / 1024.0:0.0} KB, {(GC.GetAllocatedBytesForCurrentThread() - alokasi) / Satu / 1024} KB allocated");

        var (ukuran, puncak, awal) = (0L, 0L, 0L);
        (cpu, jam) = (Cpu(), Stopwatch.StartNew());
        for (var kelompok = 0; kelompok < 10; kelompok++)
        {
            var mulai = kelompok * (Massal / 10);
            Parallel.For(mulai, mulai + (Massal / 10), new ParallelOptions { MaxDegreeOfParallelism = Inti }, i => Interlocked.Add(ref ukuran, KonsepKk.Buat(Konsep(i)).Length));
            var hidup = GC.GetTotalMemory(forceFullCollection: true);
            if (kelompok == 0) awal = hidup;
            puncak = Math.Max(puncak, hidup);
        }
        Tulis("1,000 konsep, 2 threads", $"{Massal / jam.Elapsed.TotalSeconds:0} per second, {(Cpu() - cpu).TotalMilliseconds / Massal:0.00} ms CPU each, {ukuran / 1024 / 1024} MB in all");
        Tulis("live memory", $"{awal / 1024.0 / 1024:0.0} MB after 100, at most {puncak / 1024.0 / 1024:0.0} MB up to 1,000; process {Environment.WorkingSet / 1024 / 1024} MB");
        Acuan();
        return Task.FromResult(0);
    }

    // The same work for the processor in every run: how fast this machine is just now.
    private static void Acuan()
    {
        var isi = new byte[64 * 1024 * 1024];
        var jam = Stopwatch.StartNew();
        SHA256.HashData(isi);
        Tulis("reference: SHA-256", $"{isi.Length / 1024.0 / 1024 / jam.Elapsed.TotalSeconds:0} MB/s");
    }

    private static TimeSpan Cpu() => Environment.CpuUsage.TotalTime;

    private static void Tulis(string apa, string nilai) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{apa,-26}{nilai}"));

    private static IsiKonsepKk Konsep(int urut) => new()
    {
        Kartu = new KartuKeluarga
        {
            Alamat = new Alamat { Jalan = $"JL CONTOH {urut}", Rt = "001", Rw = "002", KodePos = "99111", Desa = "CONTOH", Kecamatan = "CONTOH", KabupatenKota = "CONTOH", Provinsi = "CONTOH" },
            Anggota = [.. Enumerable.Range(1, Anggota).Select(i => new Anggota
            {
                Nama = $"ANGGOTA CONTOH {urut} KE {i}", Nik = $"990101010790{i:0000}", JenisKelamin = 1 + (i % 2), TempatLahir = "CONTOH", TanggalLahir = new DateOnly(1980 + i, 7, 1),
                Agama = 1, Pendidikan = 5, Pekerjaan = 15, GolonganDarah = 13, StatusKawin = 2, TanggalKawin = new DateOnly(2015, 5, 10), Shdk = i == 1 ? 1 : 4,
                Kewarganegaraan = "WNI", Ayah = "BAPAK CONTOH", Ibu = "IBU CONTOH",
            })],
        },
        Versi = 1,
        Hash = Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(urut))),
        NomorRegister = $"KK/2026/{urut:000000}",
        Kasi = new KotakParaf("Kasi Identitas Penduduk", "KASI CONTOH", new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(7))),
        Kabid = new KotakParaf("Kabid Pelayanan Pendaftaran Penduduk", "KABID CONTOH", new DateTimeOffset(2026, 11, 23, 9, 5, 0, TimeSpan.FromHours(7))),
    };
}
