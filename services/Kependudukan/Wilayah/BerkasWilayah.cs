using System.Text;

namespace Dukcapil.Kependudukan;

/// <summary>
/// The villages of a kabupaten/kota as a file: <c>kode,jenis,nama,kode_kecamatan,kecamatan</c> with a heading, UTF-8, RFC 4180. An office
/// makes it once from the national list (<see cref="Ambil"/>), keeps it under its own care, and names it in its settings.
/// </summary>
/// <remarks>National list: <c>wilayah_l1_l3_*.csv</c> and <c>wilayah_l4_*.csv</c> (Kepmendagri 300.2.2-2430/2025, data of cahyadsn/wilayah under MIT).</remarks>
public static class BerkasWilayah
{
    private const string Kode = "kode", Jenis = "jenis", Nama = "nama", KodeKecamatan = "kode_kecamatan", Kecamatan = "kecamatan";

    private static readonly string[] kepala = [Kode, Jenis, Nama, KodeKecamatan, Kecamatan];

    /// <summary>The lines of one kabupaten/kota out of the national list, in the order of their codes.</summary>
    /// <param name="folder">Folder with the two files of the national list; of several years the latest.</param>
    /// <param name="kabupatenKota">Which one.</param>
    /// <exception cref="WilayahSalahException">A file is missing or wrong, or has nothing of it.</exception>
    public static string Ambil(string folder, KodeWilayah kabupatenKota)
    {
        ArgumentNullException.ThrowIfNull(kabupatenKota);
        if (kabupatenKota.Tingkat != 2) throw new WilayahSalahException($"{kabupatenKota} bukan kode kabupaten/kota (bentuk 99.01)");
        using var induk = PembacaCsv.Buka(Terbaru(folder, "wilayah_l1_l3_*.csv"), Kode, Nama);
        var kecamatan = induk.Baris().Where(b => b[Kode].Length == 8).ToDictionary(b => b[Kode], b => b[Nama], StringComparer.Ordinal);
        using var daftar = PembacaCsv.Buka(Terbaru(folder, "wilayah_l4_*.csv"), Kode, Jenis, Nama, KodeKecamatan);
        var hasil = new StringBuilder().AppendJoin(',', kepala).Append('\n');
        var desa = daftar.Baris().Where(b => b[Kode].StartsWith(kabupatenKota + ".", StringComparison.Ordinal)).OrderBy(b => b[Kode], StringComparer.Ordinal).ToList();
        if (desa.Count == 0) throw new WilayahSalahException($"{daftar.Berkas}: tidak ada desa/kelurahan dari {kabupatenKota}");
        foreach (var b in desa)
        {
            var nama = kecamatan.GetValueOrDefault(b[KodeKecamatan])
                ?? throw new WilayahSalahException($"{daftar.Berkas}, baris {b.Nomor}: kecamatan {b[KodeKecamatan]} tidak ada di {induk.Berkas}");
            hasil.AppendJoin(',', new[] { b[Kode], b[Jenis], b[Nama], b[KodeKecamatan], nama }.Select(PembacaCsv.Sel)).Append('\n');
        }
        return hasil.ToString();
    }

    /// <summary>Reads such a file.</summary>
    /// <exception cref="WilayahSalahException">Says which file, which line and why.</exception>
    public static IReadOnlyList<WilayahDesa> Baca(string berkas)
    {
        using var csv = PembacaCsv.Buka(berkas, kepala);
        var desa = new List<WilayahDesa>();
        var ada = new HashSet<string>(StringComparer.Ordinal);
        foreach (var b in csv.Baris())
        {
            if (!KodeWilayah.TryParse(b[Kode], out var kode) || kode.Tingkat != 4) throw Salah(b, $"kode desa/kelurahan harus berbentuk 99.01.01.1001, bukan '{b[Kode]}'");
            if (kode.Kecamatan!.ToString() != b[KodeKecamatan]) throw Salah(b, $"{kode} tidak berada di kecamatan {b[KodeKecamatan]}");
            if (b[Nama].Length == 0 || b[Kecamatan].Length == 0) throw Salah(b, "nama desa/kelurahan dan kecamatan harus terisi");
            if (!ada.Add(b[Kode])) throw Salah(b, $"{kode} tertulis dua kali");
            desa.Add(new WilayahDesa(kode, b[Nama], b[Kecamatan]));
        }
        return desa.Count > 0 ? desa : throw new WilayahSalahException($"{berkas}: tidak ada isinya");

        WilayahSalahException Salah(BarisCsv b, string mengapa) => new($"{berkas}, baris {b.Nomor}: {mengapa}");
    }

    private static string Terbaru(string folder, string pola) =>
        (Directory.Exists(folder) ? Directory.GetFiles(folder, pola).Order(StringComparer.Ordinal).LastOrDefault() : null)
        ?? throw new WilayahSalahException($"Di folder {folder} tidak ada berkas {pola}");
}
