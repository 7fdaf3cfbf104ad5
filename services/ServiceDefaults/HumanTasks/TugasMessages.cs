using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Protection;

namespace Dukcapil.ServiceDefaults.HumanTasks;

/// <summary>How a task looks to others.</summary>
internal static class TugasMessages
{
    /// <summary>The completion, for the workflow; the same whenever it is built.</summary>
    public static TugasDiselesaikan Diselesaikan(this Tugas tugas) => new()
    {
        PermohonanId = tugas.PermohonanId,
        TugasId = tugas.Id,
        Hasil = tugas.HasilDipilih!,
        Fakta = tugas.FaktaSelesai!,
        Pada = tugas.SelesaiPada!.Value,
    };

    /// <summary>The task as it now is, for the list and the history.</summary>
    public static TugasBerubah Berubah(this Tugas tugas, string pelayan, Pelindung pelindung) => new()
    {
        PermohonanId = tugas.PermohonanId,
        TugasId = tugas.Id,
        Versi = tugas.Versi,
        Pelayan = pelayan,
        Kantor = tugas.Kantor,
        Aktivitas = tugas.Aktivitas,
        Langkah = tugas.Langkah,
        Hasil = tugas.Hasil,
        Status = tugas.Status,
        Pemegang = tugas.Pemegang,
        Asal = tugas.Asal,
        Fakta = tugas.Fakta,
        DiterbitkanPada = tugas.DiterbitkanPada,
        SelesaiPada = tugas.SelesaiPada,
        PenangananMs = tugas.PenangananMs,
        HasilDipilih = tugas.HasilDipilih,
        Dikembalikan = tugas.Dikembalikan,
        KodeAlasan = tugas.KodeAlasan,
        DiklaimPada = tugas.DiklaimPada,
        AtasNama = tugas.AtasNama,
        Prioritas = tugas.Prioritas,
        TenggatPada = tugas.TenggatPada,
        DiingatkanPada = tugas.DiingatkanPada,
        DieskalasiPada = tugas.DieskalasiPada,
        JumlahCatatan = tugas.JumlahCatatan,
        Alasan = tugas.AlasanTersegel is { } column ? pelindung.Segel(pelindung.BukaKolom<string>(column)) : null,
    };
}
