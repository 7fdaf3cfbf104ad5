using Dukcapil.ServiceDefaults.HumanTasks;

namespace Dukcapil.Approval.Langkah;

/// <summary>A step that an admin adds for any role (<c>Dukcapil.Tugas</c>): the outcome is all there is to it.</summary>
internal sealed class TugasUmum : ILangkah
{
    public string Aktivitas => "Dukcapil.Tugas";

    public Task<HasilLangkah> SelesaikanAsync(Penyelesaian penyelesaian, CancellationToken cancellationToken) =>
        Task.FromResult(penyelesaian.TolakData() ?? HasilLangkah.Selesai());
}
