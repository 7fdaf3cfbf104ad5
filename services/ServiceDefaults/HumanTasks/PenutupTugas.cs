using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Database;

namespace Dukcapil.ServiceDefaults.HumanTasks;

/// <summary>Answers a request to close a task: at once, or (<see cref="ILangkah.TundaPenutupanAsync"/>) when what was under way has ended.</summary>
public sealed class PenutupTugas(ServiceDb db, PengabarTugas kabar, TimeProvider time)
{
    /// <summary>Closes it if it is still open, and tells the workflow which it is.</summary>
    public async Task JawabAsync(Tugas tugas, Guid permintaan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tugas);
        if (tugas.Status == StatusTugas.Terbuka)
        {
            tugas.Tutup(time.GetUtcNow());
            await kabar.KabarkanAsync(tugas, cancellationToken);
        }
        db.Send(new PenutupanTugasDijawab
        {
            PermohonanId = tugas.PermohonanId,
            PencabutanId = permintaan,
            TugasId = tugas.Id,
            Ditutup = tugas.Status == StatusTugas.Ditutup,
        });
    }
}
