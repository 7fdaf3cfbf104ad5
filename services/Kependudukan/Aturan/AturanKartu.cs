using static Dukcapil.Kependudukan.Aturan.Letak;

namespace Dukcapil.Kependudukan.Aturan;

/// <summary>K: the card as a whole.</summary>
internal static class AturanKartu
{
    private const int BarisSatuHalaman = 10;

    public static AturanKeluarga K01 { get; } = new("K01", Tingkat.Error,
        "KK harus memuat sekurang-kurangnya satu anggota", "UU 23/2006 ps 61")
    {
        Cari = Kartu("anggota", p => p.Semua.Count == 0),
    };

    public static AturanKeluarga K02 { get; } = new("K02", Tingkat.Error,
        "Harus ada tepat satu kepala keluarga", "UU 23/2006 ps 61 (1) dan penjelasan")
    {
        Cari = Kartu("shdk", p => p.JumlahKepala != 1),
    };

    /// <summary>A hint only: whoever prints sorts by itself.</summary>
    public static AturanKeluarga K03 { get; } = new("K03", Tingkat.Info, "Kepala keluarga ditempatkan pada baris pertama", "tata letak KK")
    {
        Cari = p => p.Kepala is { Indeks: > 0 } kepala ? [kepala.Pada("shdk")] : [],
    };

    public static AturanKeluarga K04 { get; } = new("K04", Tingkat.Info,
        "Anggota lebih dari 10: cetak halaman lanjutan", "F-1.01 maksimal 10 baris")
    {
        Tahap = Tahap.Cetak,
        Cari = Kartu("anggota", p => p.Semua.Count > BarisSatuHalaman),
    };
}
