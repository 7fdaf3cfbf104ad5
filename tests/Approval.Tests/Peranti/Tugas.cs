using Dukcapil.Contracts;

namespace Dukcapil.Approval.Tests.Peranti;

/// <summary>Tasks as the workflow issues them, and as other owners tell of theirs.</summary>
internal static class Contoh
{
    private static readonly HasilTersedia[] Koreksi = [new("Sesuai", "Sesuai", false), new("TidakSesuai", "Tidak sesuai", true)];

    /// <summary>A file with a konsep that waits for the paraf of a role; answers the task's id.</summary>
    public static async Task<string> KoreksiAsync(
        this LayananPersetujuan layanan, string peran = "KASI", Guid? permohonan = null, int versi = 1, int peringatan = 0, AsalTugas? asal = null,
        int? tenggatMenit = null, string? eskalasi = null)
    {
        var id = permohonan ?? Guid.NewGuid();
        await layanan.KonsepAsync(id, versi, peringatan);
        var tugas = Guid.NewGuid().ToString("N");
        await layanan.TerimaAsync(ServiceNames.Workflow, new TugasDiterbitkan
        {
            PermohonanId = id,
            TugasId = tugas,
            Pelayan = ServiceNames.Approval,
            Kantor = "9901",
            Aktivitas = "Dukcapil.KoreksiKonsep",
            Simpul = "koreksi",
            Langkah = Langkah(peran == "KASI" ? "3" : "4", peran) with { TenggatMenit = tenggatMenit, PeranEskalasi = eskalasi },
            Hasil = Koreksi,
            Fakta = new Fakta { VersiKonsep = versi, JumlahAnggota = 3 },
            Asal = asal,
            Pada = layanan.Jam.GetUtcNow(),
        });
        return tugas;
    }

    /// <summary>A version of a konsep, entered by <c>loket</c>.</summary>
    public static Task KonsepAsync(this LayananPersetujuan layanan, Guid permohonan, int versi, int peringatan = 0) => layanan.TerimaAsync(
        ServiceNames.Intake,
        new KonsepTerbit
        {
            PermohonanId = permohonan,
            Versi = versi,
            Hash = $"hash-{versi}",
            Pengentri = "loket",
            JumlahPeringatan = peringatan,
            Pada = layanan.Jam.GetUtcNow(),
        });

    /// <summary>A task of Intake as it tells of it.</summary>
    public static TugasBerubah Loket(
        string tugas, DateTimeOffset pada, string peran = "LOKET", int versi = 1, StatusTugas status = StatusTugas.Terbuka, string? pemegang = null,
        PrioritasTugas prioritas = PrioritasTugas.Biasa, DateTimeOffset? tenggat = null, Guid? permohonan = null) => new()
        {
            PermohonanId = permohonan ?? Guid.NewGuid(),
            TugasId = tugas,
            Versi = versi,
            Pelayan = ServiceNames.Intake,
            Kantor = "9901",
            Aktivitas = "Dukcapil.PeriksaKelengkapan",
            Langkah = Langkah("2", peran),
            Hasil = [new("Lengkap", "Lengkap", false)],
            Status = status,
            Pemegang = pemegang,
            Fakta = new Fakta(),
            DiterbitkanPada = pada,
            SelesaiPada = status == StatusTugas.Terbuka ? null : pada.AddMinutes(1),
            Prioritas = prioritas,
            TenggatPada = tenggat,
        };

    public static LangkahSop Langkah(string nomor, string peran) => new() { Nomor = nomor, Kegiatan = "Uji", Pelaksana = peran, WaktuBaku = 1 };

    public static string Alamat(string tugas) => "/api/v1/persetujuan/tugas/" + tugas;

    public static object Paraf(int versi = 1, string? tanggapan = null, bool peringatan = false) =>
        new { hasil = "Sesuai", data = new { versiKonsep = versi, tanggapan, peringatanDiketahui = peringatan } };
}
