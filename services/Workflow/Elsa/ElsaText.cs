namespace Dukcapil.Workflow.Elsa;

/// <summary>What is said more than once when something is refused, with the way it is done instead.</summary>
internal static class ElsaText
{
    public const string TugasPetugas =
        "Tugas ini milik petugas: selesaikan di daftar tugas pemiliknya (GET /api/v1/tugas memberi alamatnya), bukan di sini.";

    public const string MulaiLewatPermohonan =
        "Definisi ini memuat tugas petugas, sehingga hanya berjalan untuk sebuah permohonan: ajukan permohonan di Loket (POST /api/v1/permohonan).";

    public const string BatalLewatPencabutan =
        "Instans ini membawa permohonan dan tidak dibatalkan di sini: cabut permohonannya (POST /api/v1/permohonan/{id}/cabut).";

    public static string FaktaPermohonan(string variabel) =>
        $"Variabel '{variabel}' adalah fakta permohonan: nilainya hanya berubah melalui langkah SOP yang mencatatnya.";

    public const string PermohonanTetapTersimpan = "Riwayat sebuah permohonan adalah arsip dan tidak dihapus.";

    public const string BelumBerakhir = "Instans ini masih berjalan: batalkan lebih dahulu.";
}
