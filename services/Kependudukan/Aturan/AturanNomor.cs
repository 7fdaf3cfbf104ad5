using static Dukcapil.Kependudukan.Aturan.Letak;

namespace Dukcapil.Kependudukan.Aturan;

/// <summary>
/// N: NIK and Nomor KK. A NIK follows neither a move nor a corrected birth date or sex, so what its digits say can at most be a warning,
/// and its region is never compared with the address.
/// </summary>
internal static class AturanNomor
{
    public static AturanKeluarga N01 { get; } = new("N01", Tingkat.Error, Nik.PesanSalah, "PP 40/2019; NIK 16 digit")
    {
        Cari = TiapAnggota("nik", (a, _) => a.NikTerisi && a.Nik is null),
    };

    public static AturanKeluarga N02 { get; } = new("N02", Tingkat.Error, "NIK belum terbit dari SIAK", "UU 23/2006 ps 13")
    {
        Tahap = Tahap.Cetak,
        Cari = TiapAnggota("nik", (a, _) => !a.NikTerisi),
    };

    public static AturanKeluarga N03 { get; } = new("N03", Tingkat.Error, "NIK ganda dalam satu KK", "UU 23/2006 ps 13 (unik/tunggal)")
    {
        Cari = TiapAnggota("nik", (a, p) => a.NikTerisi && p.Semua.Take(a.Indeks).Any(lain => lain.Data.Nik == a.Data.Nik)),
    };

    /// <summary>Each resident is on exactly one card; who moves here must name the card he comes from.</summary>
    public static AturanKeluarga N04 { get; } = new("N04", Tingkat.Error, "NIK masih tercatat pada KK lain", "UU 23/2006 ps 62(1)")
    {
        Cari = p => p.Semua
            .Where(a => a.NikTerisi)
            .Select(a => (Anggota: a, Kk: p.Konteks.Register.KkDariNik.GetValueOrDefault(a.Data.Nik!)))
            .Where(x => x.Kk is not null && x.Kk != p.Kartu.NomorKk && !p.Konteks.KkAsal.Contains(x.Kk))
            .Select(x => x.Anggota.Pada("nik", Samaran.Dari(x.Kk))),
    };

    public static AturanKeluarga N05 { get; } = new("N05", Tingkat.Warning,
        "Tanggal lahir berbeda dengan NIK (boleh: NIK tidak berubah bila data diperbaiki)", "Permendagri 108/2019 ps 15(3)")
    {
        Cari = TiapAnggota("tanggalLahir", (a, _) => a.Nik is { } nik && a.Data.TanggalLahir is { } lahir && !nik.CocokTanggalLahir(lahir)),
    };

    public static AturanKeluarga N06 { get; } = new("N06", Tingkat.Warning,
        "Jenis kelamin berbeda dengan NIK (boleh: NIK tidak berubah bila data diperbaiki)", "Permendagri 108/2019 ps 15(3)")
    {
        Cari = TiapAnggota("jenisKelamin", (a, _) =>
            a.Nik is { } nik && a.JenisKelamin is { } kelamin && nik.HariPerempuan != (kelamin == JenisKelamin.Perempuan)),
    };

    /// <summary>Against every kecamatan that ever was: 588 of the 7,230 codes of 2020 have left the list, their people have not.</summary>
    public static AturanKeluarga N07 { get; } = new("N07", Tingkat.Info,
        "Kode wilayah NIK tidak dikenal dalam daftar 2018-2025", "PP 40/2019 ps 30(2): NIK tetap walau pindah")
    {
        Cari = TiapAnggota("nik", (a, p) => a.Nik is { } nik && !p.Konteks.Wilayah.KecamatanPernahAda(nik.KodeKecamatan)),
    };

    public static AturanKeluarga N08 { get; } = new("N08", Tingkat.Warning, "Nomor seri NIK 0000 tidak lazim", "nomor seri mulai 0001")
    {
        Cari = TiapAnggota("nik", (a, _) => a.Nik is { SeriNol: true }),
    };

    public static AturanKeluarga N09 { get; } = new("N09", Tingkat.Error, "Nomor KK belum ada / tidak sah", "UU 23/2006 ps 61")
    {
        Tahap = Tahap.Cetak,
        Cari = Kartu("nomorKk", p => !NomorKk.TryParse(p.Kartu.NomorKk, out var nomor) || DipakaiKkLain(p, nomor.Ungkap())),
    };

    /// <summary>
    /// A card of origin may hand its number on only where the application leaves the number as it is; after a split or a change of head
    /// the same number would name two cards.
    /// </summary>
    private static bool DipakaiKkLain(Pemeriksaan p, string nomor)
    {
        var konteks = p.Konteks;
        if (konteks.KkAsal.Contains(nomor))
            return konteks.Jenis?.EfekNomorKk == EfekNomorKk.Baru;
        return nomor != konteks.KartuLama?.NomorKk
            && (konteks.Register.NomorKkAktif.Contains(nomor)
                || konteks.Register.KkDariNik.Any(x => x.Value == nomor && !p.Semua.Any(a => a.Data.Nik == x.Key)));
    }
}
