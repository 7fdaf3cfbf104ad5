using static Dukcapil.Kependudukan.Aturan.Letak;

namespace Dukcapil.Kependudukan.Aturan;

/// <summary>
/// D: data of one person. Rules about names only warn: documents from before Permendagri 73/2022 stay valid. Limits of age are our
/// design.
/// </summary>
internal static class AturanData
{
    private const int PanjangNama = 60;

    /// <summary>
    /// Elements of UU 23/2006 art. 61(1). A code that no table knows prints nothing and counts as empty; blood type is not demanded.
    /// </summary>
    private static readonly (string Field, string Sebutan, Func<Anggota, bool> Terisi)[] wajib =
    [
        ("nama", "nama", a => Ada(a.Nama)),
        ("jenisKelamin", "jenis kelamin", a => TabelKode.JenisKelamin.Memuat(a.JenisKelamin)),
        ("tempatLahir", "tempat lahir", a => Ada(a.TempatLahir)),
        ("tanggalLahir", "tanggal lahir", a => a.TanggalLahir is not null),
        ("agama", "agama", a => TabelKode.Agama.Memuat(a.Agama)),
        ("pendidikan", "pendidikan", a => TabelKode.Pendidikan.Memuat(a.Pendidikan)),
        ("pekerjaan", "pekerjaan", a => TabelKode.Pekerjaan.Memuat(a.Pekerjaan)),
        ("statusKawin", "status perkawinan", a => TabelKode.StatusKawin.Memuat(a.StatusKawin)),
        ("shdk", "hubungan dalam keluarga", a => TabelKode.Shdk.Memuat(a.Shdk)),
        ("kewarganegaraan", "kewarganegaraan", a => Kewarganegaraan.Memuat(a.Kewarganegaraan)),
        ("ayah", "nama ayah (boleh '-')", a => Ada(a.Ayah)),
        ("ibu", "nama ibu (boleh '-')", a => Ada(a.Ibu)),
    ];

    public static AturanKeluarga D01 { get; } = new("D01", Tingkat.Error, "Data wajib belum lengkap", "UU 23/2006 ps 61(1)")
    {
        Cari = p => p.Semua.SelectMany(a => wajib.Where(w => !w.Terisi(a.Data)).Select(w => a.Pada(w.Field, w.Sebutan))),
    };

    public static AturanKeluarga D02 { get; } = new("D02", Tingkat.Error, "Tanggal lahir di masa depan", "logika")
    {
        Cari = TiapAnggota("tanggalLahir", (a, p) => a.Data.TanggalLahir > p.HariIni),
    };

    public static AturanKeluarga D03 { get; } = new("D03", Tingkat.Warning, "Umur lebih dari 120 tahun", "logika")
    {
        Cari = TiapAnggota("tanggalLahir", (a, _) => a.Umur > 120),
    };

    public static AturanKeluarga D04 { get; } = new("D04", Tingkat.Warning, "Nama lebih dari 60 karakter", "Permendagri 73/2022 ps 4(2)")
    {
        Cari = TiapAnggota("nama", (a, _) => a.Data.Nama?.Trim().Length > PanjangNama),
    };

    public static AturanKeluarga D05 { get; } = new("D05", Tingkat.Warning,
        "Nama kurang dari dua kata", "Permendagri 73/2022 ps 4(2); pernyataan Dirjen 'tidak kaku'")
    {
        Cari = TiapAnggota("nama", (a, _) =>
            Ada(a.Data.Nama) && a.Data.Nama!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length < 2),
    };

    /// <summary>A combining mark is part of a letter.</summary>
    public static AturanKeluarga D06 { get; } = new("D06", Tingkat.Warning,
        "Nama memuat angka atau tanda baca", "Permendagri 73/2022 ps 5(3)")
    {
        Cari = TiapAnggota("nama", (a, _) => a.Data.Nama?.Any(c => !char.IsLetter(c) && !char.IsWhiteSpace(c)
            && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark) == true),
    };

    public static AturanKeluarga D07 { get; } = new("D07", Tingkat.Info, "Golongan darah diisi TIDAK TAHU", "F-1.01")
    {
        Cari = TiapAnggota("golonganDarah", (a, _) => !TabelKode.GolonganDarah.Memuat(a.Data.GolonganDarah)),
    };

    public static AturanKeluarga D08 { get; } = new("D08", Tingkat.Info, "Nama organisasi kepercayaan belum diisi", "F-1.01 kolom 19")
    {
        Cari = TiapAnggota("organisasiKepercayaan", (a, _) => a.Data.Agama == Agama.Kepercayaan && !Ada(a.Data.OrganisasiKepercayaan)),
    };

    public static AturanKeluarga D09 { get; } = new("D09", Tingkat.Warning, "Pendidikan tidak lazim untuk umur", "logika")
    {
        Cari = TiapAnggota("pendidikan", (a, _) => a.Umur < UmurTerendah(a.Data.Pendidikan)),
    };

    public static AturanKeluarga D10 { get; } = new("D10", Tingkat.Warning, "Pekerjaan tidak lazim untuk umur", "logika")
    {
        Cari = TiapAnggota("pekerjaan", (a, _) => a.Umur < 15 && TabelKode.Pekerjaan.Memuat(a.Data.Pekerjaan)
            && a.Data.Pekerjaan is not (Pekerjaan.BelumBekerja or Pekerjaan.Pelajar)),
    };

    private static int? UmurTerendah(int? pendidikan) => pendidikan switch
    {
        Pendidikan.Sltp => 11,
        Pendidikan.Slta => 14,
        Pendidikan.Diploma1Atau2 => 17,
        Pendidikan.Diploma3 => 18,
        Pendidikan.Strata1 => 19,
        Pendidikan.Strata2 => 21,
        Pendidikan.Strata3 => 23,
        _ => null,
    };

    private static bool Ada(string? teks) => !string.IsNullOrWhiteSpace(teks);
}
