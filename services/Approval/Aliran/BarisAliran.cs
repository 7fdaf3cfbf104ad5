using Dukcapil.Contracts;

namespace Dukcapil.Approval.Aliran;

/// <summary>A row of the list that has changed, as the stream tells of it. Nothing personal.</summary>
public sealed record BarisAliran(
    string TugasId, Guid PermohonanId, string Aktivitas, string Nomor, string Peran, string? PeranEskalasi, int Versi, StatusTugas Status, string? Pemegang,
    PrioritasTugas Prioritas, bool Terlambat, int JumlahCatatan);

/// <summary>Data of an event.</summary>
/// <param name="Tugas">The task as it now is; null for events that are about no task.</param>
/// <param name="Sebab">Why the whole list is to be read again, or why the stream ends.</param>
public sealed record PeristiwaTugas(PeristiwaTugas.Butir? Tugas = null, string? Sebab = null)
{
    /// <summary>A task in an event; read the list for the rest.</summary>
    public sealed record Butir(
        string TugasId, Guid PermohonanId, string Langkah, string Peran, int Versi, StatusTugas Status, string? Pemegang, PrioritasTugas Prioritas, bool Terlambat,
        int JumlahCatatan);
}
