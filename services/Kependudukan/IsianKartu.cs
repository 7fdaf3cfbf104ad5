using System.Globalization;

namespace Dukcapil.Kependudukan;

/// <summary>
/// The fields of a card in one fixed order with their text form: the single list behind canonical form and differences, so that they
/// cannot disagree. Text form: as entered; codes in decimal; dates <c>yyyy-MM-dd</c>; empty and blank are the same as null, because they
/// print the same.
/// </summary>
internal static class IsianKartu
{
    /// <summary>JSON name and text of each field of an address.</summary>
    public static IReadOnlyList<(string Nama, Func<Alamat, string> Teks)> Alamat { get; } =
    [
        ("jalan", a => Teks(a.Jalan)),
        ("rt", a => Teks(a.Rt)),
        ("rw", a => Teks(a.Rw)),
        ("kodePos", a => Teks(a.KodePos)),
        ("kodeDesa", a => Teks(a.KodeDesa)),
        ("desa", a => Teks(a.Desa)),
        ("kecamatan", a => Teks(a.Kecamatan)),
        ("kabupatenKota", a => Teks(a.KabupatenKota)),
        ("provinsi", a => Teks(a.Provinsi)),
    ];

    /// <summary>JSON name and text of each field of a member but the NIK, which SIAK may issue after the paraf.</summary>
    public static IReadOnlyList<(string Nama, Func<Anggota, string> Teks)> Anggota { get; } =
    [
        ("nama", a => Teks(a.Nama)),
        ("jenisKelamin", a => Teks(a.JenisKelamin)),
        ("tempatLahir", a => Teks(a.TempatLahir)),
        ("tanggalLahir", a => Teks(a.TanggalLahir)),
        ("agama", a => Teks(a.Agama)),
        ("organisasiKepercayaan", a => Teks(a.OrganisasiKepercayaan)),
        ("pendidikan", a => Teks(a.Pendidikan)),
        ("pekerjaan", a => Teks(a.Pekerjaan)),
        ("golonganDarah", a => Teks(a.GolonganDarah)),
        ("statusKawin", a => Teks(a.StatusKawin)),
        ("tanggalKawin", a => Teks(a.TanggalKawin)),
        ("tanggalCerai", a => Teks(a.TanggalCerai)),
        ("shdk", a => Teks(a.Shdk)),
        ("kewarganegaraan", a => Teks(a.Kewarganegaraan)),
        ("noPaspor", a => Teks(a.NoPaspor)),
        ("noKitap", a => Teks(a.NoKitap)),
        ("kitapBerakhir", a => Teks(a.KitapBerakhir)),
        ("ayah", a => Teks(a.Ayah)),
        ("ibu", a => Teks(a.Ibu)),
    ];

    public static string Teks(string? nilai) => string.IsNullOrWhiteSpace(nilai) ? "" : nilai;

    public static string Teks(PeranKartu peran) => peran.ToString().ToUpperInvariant();

    private static string Teks(int? nilai) => nilai?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Teks(DateOnly? nilai) => nilai?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}
