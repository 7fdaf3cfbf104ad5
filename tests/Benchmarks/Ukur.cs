using System.Globalization;

namespace Dukcapil.Benchmarks;

/// <summary>What every benchmark needs to measure and to be told.</summary>
internal static class Ukur
{
    private const double DetakPerDetik = 100;

    /// <summary>A number on the command line.</summary>
    public static int Angka(string[] args, string nama, int bawaan) =>
        Array.IndexOf(args, nama) is var at and >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : bawaan;

    /// <summary>A percentile; NaN of nothing.</summary>
    /// <param name="waktu">Values; sorted by this.</param>
    /// <param name="bagian">0.99 for p99.</param>
    public static double Persen(List<double> waktu, double bagian)
    {
        waktu.Sort();
        return waktu.Count == 0 ? double.NaN : waktu[Math.Min((int)(waktu.Count * bagian), waktu.Count - 1)];
    }

    /// <summary>Load average of the machine over the last minute.</summary>
    public static string Beban() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    /// <summary>CPU that a process has used, user and system (seconds); 0 when it is gone.</summary>
    public static double Cpu(int proses) => Baca(proses.ToString(CultureInfo.InvariantCulture), _ => true);

    /// <summary>CPU of all processes of that name.</summary>
    public static double CpuBernama(string nama) => Semua().Sum(p => Baca(p, s => s.Nama == nama));

    /// <summary>CPU of a process and its children.</summary>
    public static double CpuBeserta(int induk)
    {
        var id = induk.ToString(CultureInfo.InvariantCulture);
        return Semua().Sum(p => Baca(p, s => p == id || s.Induk == id));
    }

    private static IEnumerable<string> Semua() => Directory.EnumerateDirectories("/proc").Select(d => Path.GetFileName(d)).Where(d => int.TryParse(d, out _));

    // proc(5): pid (comm) state ppid …; fields 14 to 17 are utime, stime and those of children that have ended: a server whose workers come and go loses none.
    private static double Baca(string proses, Func<(string Nama, string Induk), bool> dihitung)
    {
        try
        {
            var isi = File.ReadAllText($"/proc/{proses}/stat");
            var akhirNama = isi.LastIndexOf(')');
            var medan = isi[(akhirNama + 2)..].Split(' ');
            if (!dihitung((isi[(isi.IndexOf('(', StringComparison.Ordinal) + 1)..akhirNama], medan[1]))) return 0;
            return medan[11..15].Sum(m => long.Parse(m, CultureInfo.InvariantCulture)) / DetakPerDetik;
        }
        catch (IOException)
        {
            return 0; // It has just ended.
        }
    }
}
