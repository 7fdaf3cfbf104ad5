using static Dukcapil.Kependudukan.Aturan.Letak;

namespace Dukcapil.Kependudukan.Aturan;

/// <summary>
/// P: marriage. "Kawin" is status 2 or 3. Two wives on one card, a wife as head of a card of her own and a couple of two religions are
/// lawful.
/// </summary>
internal static class AturanPerkawinan
{
    /// <summary>
    /// Only for a status that this application brings in: a reprint changes nothing, and a status that the former card already had was
    /// proved then.
    /// </summary>
    public static AturanKeluarga P01 { get; } = new("P01", Tingkat.Error, "Lampirkan SPTJM F-1.05", "Permendagri 108/2019 ps 10(2)")
    {
        Cari = TiapAnggota("statusKawin", (a, p) =>
            a.Status is { } status && StatusKawin.BelumTercatat(status)
            && p.Konteks.Jenis?.CetakUlang != true
            && !p.Konteks.Lampiran.Contains("F-1.05")
            && p.Konteks.KartuLama?.Anggota.Any(lama => lama.StatusKawin == status && NamaOrang.SamaOrang(lama, a.Data)) != true),
    };

    public static AturanKeluarga P02 { get; } = new("P02", Tingkat.Warning,
        "Tanggal perkawinan belum diisi", "format KK (kolom Tanggal Perkawinan)")
    {
        Cari = TiapAnggota("tanggalKawin", (a, _) => a.Status == StatusKawin.KawinTercatat && a.Data.TanggalKawin is null),
    };

    public static AturanKeluarga P03 { get; } = new("P03", Tingkat.Warning, "Tanggal perceraian belum diisi", "format KK")
    {
        Cari = TiapAnggota("tanggalCerai", (a, _) => a.Status == StatusKawin.CeraiHidupTercatat && a.Data.TanggalCerai is null),
    };

    public static AturanKeluarga P04 { get; } = new("P04", Tingkat.Error, "Suami/istri harus berstatus kawin", "logika")
    {
        Cari = TiapAnggota("statusKawin", (a, _) => a.Pasangan && a.Kawin == false),
    };

    public static AturanKeluarga P05 { get; } = new("P05", Tingkat.Error, "Kepala keluarga harus berstatus kawin", "logika")
    {
        Cari = p => p.Kepala is { Kawin: false } kepala && p.Pasangan.Count > 0 ? [kepala.Pada("statusKawin")] : [],
    };

    /// <summary>The spouse's own sex is checked even when the head is not known.</summary>
    public static AturanKeluarga P06 { get; } = new("P06", Tingkat.Error,
        "Jenis kelamin tidak sesuai hubungan suami/istri", "UU 1/1974 ps 1")
    {
        Cari = p => p.Pasangan
            .Where(a => a.JenisKelamin is { } kelamin && kelamin != KelaminPasangan(a))
            .Concat(p.Kepala is { JenisKelamin: { } milikKepala } kepala && p.Pasangan.Any(a => milikKepala == KelaminPasangan(a)) ? [kepala] : [])
            .Select(a => a.Pada("jenisKelamin")),
    };

    public static AturanKeluarga P07 { get; } = new("P07", Tingkat.Warning,
        "Lebih dari satu istri: periksa bukti perkawinan masing-masing", "praktik Dukcapil (KK poligami)")
    {
        Cari = Kartu("shdk", p => p.Istri.Count > 1),
    };

    public static AturanKeluarga P08 { get; } = new("P08", Tingkat.Error, "Lebih dari satu suami", "UU 1/1974 ps 3")
    {
        Cari = p => p.Dengan(Shdk.Suami).Skip(1).Select(a => a.Pada("shdk")),
    };

    public static AturanKeluarga P09 { get; } = new("P09", Tingkat.Info,
        "Pasangan tidak tercatat dalam KK ini (sah: beda KK/LN/istri kedua)", "praktik")
    {
        Cari = p => p.Kepala is { Kawin: true } kepala && p.Pasangan.Count == 0 ? [kepala.Pada("statusKawin")] : [],
    };

    /// <summary>Age today, not at marriage: marriages of before UU 16/2019, when a bride could be 16, ask for no dispensation.</summary>
    public static AturanKeluarga P10 { get; } = new("P10", Tingkat.Warning,
        "Kawin di bawah 19 tahun: periksa dispensasi", "UU 16/2019 ps 7")
    {
        Cari = TiapAnggota("statusKawin", (a, _) => a.Kawin == true && a.Umur < 19),
    };

    public static AturanKeluarga P11 { get; } = new("P11", Tingkat.Error, "Tanggal perkawinan tidak masuk akal", "logika")
    {
        Cari = TiapAnggota("tanggalKawin", (a, p) => a.Data.TanggalKawin > p.HariIni || a.Data.TanggalKawin <= a.Lahir),
    };

    private static int KelaminPasangan(Baris pasangan) => pasangan.Shdk == Shdk.Istri ? JenisKelamin.Perempuan : JenisKelamin.LakiLaki;
}
