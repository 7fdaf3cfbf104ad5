using System.Globalization;
using Dukcapil.Kependudukan;

namespace Dukcapil.Registry.Cetak;

/// <summary>
/// The columns of F-1.01 that a konsep has, in the order of the form and of SIAK's screen, so that whoever keys them in or compares them goes from top to
/// bottom. Numbers as on the form; NIK and parents' names are at its ends.
/// </summary>
internal static class KolomF101
{
    /// <summary>Number on the form, label, JSON name of the field, text for people.</summary>
    public static readonly IReadOnlyList<(int Nomor, string Label, string Field, Func<Anggota, string?> Teks)> Semua =
    [
        (2, "Nama Lengkap", "nama", a => a.Nama),
        (2, "NIK", "nik", a => a.Nik),
        (5, "Nomor Paspor", "noPaspor", a => a.NoPaspor),
        (10, "Jenis Kelamin", "jenisKelamin", a => Kode(TabelKode.JenisKelamin, a.JenisKelamin)),
        (11, "Tempat Lahir", "tempatLahir", a => a.TempatLahir),
        (12, "Tanggal Lahir", "tanggalLahir", a => Tanggal(a.TanggalLahir)),
        (13, "Kewarganegaraan", "kewarganegaraan", a => a.Kewarganegaraan),
        (17, "Golongan Darah", "golonganDarah", a => Kode(TabelKode.GolonganDarah, a.GolonganDarah)),
        (18, "Agama", "agama", a => Kode(TabelKode.Agama, a.Agama)),
        (19, "Nama Organisasi Kepercayaan", "organisasiKepercayaan", a => a.OrganisasiKepercayaan),
        (20, "Status Perkawinan", "statusKawin", a => Kode(TabelKode.StatusKawin, a.StatusKawin)),
        (23, "Tanggal Perkawinan", "tanggalKawin", a => Tanggal(a.TanggalKawin)),
        (26, "Tanggal Perceraian", "tanggalCerai", a => Tanggal(a.TanggalCerai)),
        (27, "Status Hubungan Dalam Keluarga", "shdk", a => Kode(TabelKode.Shdk, a.Shdk)),
        (30, "Pendidikan Terakhir", "pendidikan", a => Kode(TabelKode.Pendidikan, a.Pendidikan)),
        (31, "Jenis Pekerjaan", "pekerjaan", a => Kode(TabelKode.Pekerjaan, a.Pekerjaan)),
        (32, "Nomor ITAS/ITAP", "noKitap", a => a.NoKitap),
        (35, "Tanggal Akhir ITAS/ITAP", "kitapBerakhir", a => Tanggal(a.KitapBerakhir)),
        (39, "Nama Ibu", "ibu", a => a.Ibu),
        (41, "Nama Ayah", "ayah", a => a.Ayah),
    ];

    private static readonly Dictionary<string, int> Urutan = Semua.Select((k, i) => (k.Field, i)).ToDictionary(x => x.Field, x => x.i);

    /// <summary>Place of a field in the order of the form; the card's own fields come first.</summary>
    public static int Letak(string field) => Urutan.GetValueOrDefault(field, -1);

    private static string? Kode(TabelKode tabel, int? kode) => kode is { } k ? $"{k} {tabel.Label(k)}" : null;

    private static string? Tanggal(DateOnly? tanggal) => tanggal?.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);
}
