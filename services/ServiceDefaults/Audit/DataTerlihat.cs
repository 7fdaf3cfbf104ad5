namespace Dukcapil.ServiceDefaults.Audit;

/// <summary>By which acts somebody gets to see personal data, and which: what a notice of a breach must name (UU 27/2022 article 46).</summary>
public static class DataTerlihat
{
    private static readonly Dictionary<string, string> Data = new(StringComparer.Ordinal)
    {
        ["permohonan.baca"] = "nama dan NIK tersamar pemohon, keadaan permohonan",
        ["riwayat.baca"] = "alasan pengembalian",
        ["daftar-tugas.baca"] = "alasan pengembalian",
        ["tugas-catatan.baca"] = "catatan petugas",
        ["lampiran.baca"] = "dokumen yang dilampirkan",
        ["konsep.baca"] = "data keluarga, nomor tersamar",
        ["konsep.cetak"] = "data keluarga, nomor tersamar (PDF)",
        ["nomor.ungkap"] = "NIK dan Nomor KK lengkap",
        ["permohonan.ditemukan"] = "bahwa orang ini ada dalam permohonan",
        ["tanda-bukti.cetak"] = "nama pemohon, kode tanda bukti (PDF)",
        ["persetujuan.baca"] = "catatan pejabat",
        ["registri.baca"] = "kepala keluarga, penerima, nomor tersamar",
        ["register.baca"] = "nama dan NIK tersamar pemohon",
        ["register.cetak"] = "nama dan NIK tersamar pemohon (CSV, PDF)",
        ["agenda.baca"] = "kepala keluarga, Nomor KK tersamar",
        ["bukti-penyerahan.cetak"] = "kepala keluarga, penerima, nomor tersamar (PDF)",
    };

    /// <summary>Those acts.</summary>
    public static IReadOnlyCollection<string> Tindakan => Data.Keys;

    /// <summary>What is seen by an act; null when nothing personal is.</summary>
    public static string? Dari(string tindakan) => Data.GetValueOrDefault(tindakan);
}
