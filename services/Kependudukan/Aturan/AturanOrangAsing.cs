using static Dukcapil.Kependudukan.Aturan.Letak;

namespace Dukcapil.Kependudukan.Aturan;

/// <summary>W: nationality. An Indonesian may state a passport (F-1.01 columns 5–6); only the stay permit is a foreigner's.</summary>
internal static class AturanOrangAsing
{
    public static AturanKeluarga W01 { get; } = new("W01", Tingkat.Error, "Orang asing wajib paspor dan KITAP", "Perpres 96/2018 ps 11")
    {
        Cari = p => p.Semua.Where(a => a.Data.Kewarganegaraan == Kewarganegaraan.Wna).SelectMany(Kurang),
    };

    public static AturanKeluarga W02 { get; } = new("W02", Tingkat.Error,
        "KITAP hanya untuk orang asing", "F-1.01: WNI tidak mengisi kolom 32-37")
    {
        Cari = TiapAnggota("noKitap", (a, _) => a.Data.Kewarganegaraan == Kewarganegaraan.Wni
            && (!string.IsNullOrWhiteSpace(a.Data.NoKitap) || a.Data.KitapBerakhir is not null)),
    };

    /// <summary>The last day still counts. Not asked of an Indonesian, who must not have one at all (W02).</summary>
    public static AturanKeluarga W03 { get; } = new("W03", Tingkat.Warning, "KITAP sudah berakhir", "F-1.01 kolom 35")
    {
        Cari = TiapAnggota("kitapBerakhir", (a, p) => a.Data.Kewarganegaraan != Kewarganegaraan.Wni && a.Data.KitapBerakhir < p.HariIni),
    };

    private static IEnumerable<Letak> Kurang(Baris a)
    {
        if (string.IsNullOrWhiteSpace(a.Data.NoPaspor))
            yield return a.Pada("noPaspor", "nomor paspor");
        if (string.IsNullOrWhiteSpace(a.Data.NoKitap))
            yield return a.Pada("noKitap", "nomor KITAP");
    }
}
