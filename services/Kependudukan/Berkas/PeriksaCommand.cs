using System.Globalization;
using System.Text.Json;

namespace Dukcapil.Kependudukan;

/// <summary>
/// <c>periksa [--check] FILE</c>: checks the families of a <see cref="BerkasPeriksa"/> and prints their findings; with <c>--check</c>
/// also what differs from the expected ones, and as last line <c>N agree, N differ</c>. A file may be tried before a release without
/// starting any service.
/// </summary>
public static class PeriksaCommand
{
    private const int Sesuai = 0;
    private const int Berbeda = 1;
    private const int SalahPakai = 2;

    /// <summary>Runs the command.</summary>
    /// <param name="args">What follows <c>periksa</c>.</param>
    /// <param name="output">Where the report goes.</param>
    /// <returns>0 when no case differs, 1 when one differs or cannot be read, 2 for wrong use or an unreadable file.</returns>
    public static int Run(string[] args, TextWriter output)
    {
        var bandingkan = args.Contains("--check");
        var berkas = args.Where(a => a != "--check").ToList();
        if (berkas.Count != 1 || berkas[0].StartsWith('-'))
        {
            output.WriteLine("pemakaian: periksa [--check] BERKAS");
            return SalahPakai;
        }
        IReadOnlyList<KasusPeriksa> semua;
        try
        {
            using var isi = File.OpenRead(berkas[0]);
            semua = BerkasPeriksa.Baca(isi);
        }
        catch (Exception salah) when (salah is IOException or UnauthorizedAccessException or JsonException)
        {
            output.WriteLine($"{berkas[0]}: {salah.Message}");
            return SalahPakai;
        }
        var hasil = semua.Select(k => Laporkan(k, bandingkan, output)).ToList();
        if (bandingkan)
            output.WriteLine($"{hasil.Count(h => h == true)} agree, {hasil.Count(h => h == false)} differ");
        return hasil.Contains(false) ? Berbeda : Sesuai;
    }

    /// <returns>False when the case cannot be read or differs, true when it agrees, null when there was nothing to compare.</returns>
    private static bool? Laporkan(KasusPeriksa kasus, bool bandingkan, TextWriter output)
    {
        if (kasus.Kesalahan is { } kesalahan)
        {
            output.WriteLine($"{kasus.Id}: tidak terbaca: {kesalahan}");
            return false;
        }
        var temuan = BerkasPeriksa.Nilai(kasus);
        output.WriteLine($"{kasus.Id} {kasus.Keterangan}: {(temuan.Count == 0 ? "tidak ada temuan" : "")}".TrimEnd());
        foreach (var t in temuan)
            output.WriteLine($"  {NamaTingkat(t.Tingkat),-7} {t.Kode} {Letak(t)}{t.Pesan} [{t.Dasar}]");
        return bandingkan && kasus.Harapan is { } harapan ? Bandingkan(harapan, temuan, output) : null;
    }

    private static bool Bandingkan(
        IReadOnlyDictionary<Tingkat, IReadOnlySet<string>> harapan, IReadOnlyList<Temuan> temuan, TextWriter output)
    {
        var sama = true;
        foreach (var (tingkat, kode) in harapan)
        {
            var ada = temuan.Where(t => t.Tingkat == tingkat).Select(t => t.Kode).ToHashSet(StringComparer.Ordinal);
            foreach (var kurang in kode.Except(ada))
                Beda($"  KURANG {NamaTingkat(tingkat)} {kurang}: diharapkan, tidak ditemukan");
            foreach (var lebih in ada.Except(kode))
                Beda($"  LEBIH {NamaTingkat(tingkat)} {lebih}: ditemukan, tidak diharapkan");
        }
        return sama;

        void Beda(string baris)
        {
            output.WriteLine(baris);
            sama = false;
        }
    }

    private static string Letak(Temuan t) => (t.Anggota, t.Field) switch
    {
        ({ } anggota, { } field) => string.Create(CultureInfo.InvariantCulture, $"anggota[{anggota}].{field} "),
        (_, { } field) => field + " ",
        _ => "",
    };

    private static string NamaTingkat(Tingkat tingkat) => tingkat.ToString().ToUpperInvariant();
}
