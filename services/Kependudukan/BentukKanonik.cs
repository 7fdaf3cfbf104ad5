using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dukcapil.Kependudukan;

/// <summary>
/// The canonical form, version 1, of the data of a card: UTF-8, every line ended by LF, independent of culture, JSON settings and
/// property order.
/// <code>
/// dukcapil-kk/1
/// alamat.jalan=9:JL CONTOH      (the nine address fields: jalan rt rw kodePos kodeDesa desa kecamatan kabupatenKota provinsi)
/// anggota=3
/// anggota[0].nama=12:AHMAD CONTOH
/// …                             (the nineteen member fields in the order of the record, without nik; member after member)
/// terkait=1                     (only when the application touches other cards)
/// terkait[0].peran=4:ASAL       (LAMA, ASAL or TUJUAN; then the lines of that card as above, each with this prefix)
/// </code>
/// The number before the colon is the length of the value in UTF-8 bytes, so that no value can imitate another line; an empty field is
/// <c>0:</c>.
/// Left out: Nomor KK and NIK. A new version gets a new first line; a stored hash is compared by the version it was made with.
/// </summary>
public static class BentukKanonik
{
    /// <summary>First line of the form.</summary>
    public const string Versi = "dukcapil-kk/1";

    /// <summary>The canonical text.</summary>
    public static string Teks(KartuKeluarga kartu, params IReadOnlyList<KartuTerkait> terkait)
    {
        var teks = new StringBuilder(Versi).Append('\n');
        Kartu(teks, "", kartu);
        if (terkait.Count > 0) teks.Append(CultureInfo.InvariantCulture, $"terkait={terkait.Count}\n");
        for (var i = 0; i < terkait.Count; i++)
        {
            var awalan = string.Create(CultureInfo.InvariantCulture, $"terkait[{i}].");
            Baris(teks, awalan + "peran", IsianKartu.Teks(terkait[i].Peran));
            Kartu(teks, awalan, terkait[i].KartuKeluarga);
        }
        return teks.ToString();
    }

    /// <summary>SHA-256 of <see cref="Teks"/>, 64 lower-case hexadecimal digits.</summary>
    public static string Hash(KartuKeluarga kartu, params IReadOnlyList<KartuTerkait> terkait) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Teks(kartu, terkait))));

    private static void Kartu(StringBuilder teks, string awalan, KartuKeluarga kartu)
    {
        var alamat = kartu.Alamat ?? new Alamat();
        foreach (var (nama, nilai) in IsianKartu.Alamat)
            Baris(teks, $"{awalan}alamat.{nama}", nilai(alamat));
        teks.Append(CultureInfo.InvariantCulture, $"{awalan}anggota={kartu.Anggota.Count}\n");
        for (var i = 0; i < kartu.Anggota.Count; i++)
        {
            foreach (var (nama, nilai) in IsianKartu.Anggota)
                Baris(teks, string.Create(CultureInfo.InvariantCulture, $"{awalan}anggota[{i}].{nama}"), nilai(kartu.Anggota[i]));
        }
    }

    private static void Baris(StringBuilder teks, string nama, string nilai) =>
        teks.Append(CultureInfo.InvariantCulture, $"{nama}={Encoding.UTF8.GetByteCount(nilai)}:{nilai}\n");
}
