using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Protection;

namespace Dukcapil.ServiceDefaults.HumanTasks;

/// <summary>Answers a request to close a task: at once, or (<see cref="ILangkah.TundaPenutupanAsync"/>) when what was under way has ended.</summary>
public sealed class PenutupTugas(ServiceDb db, ServiceIdentity identity, Pelindung pelindung, TimeProvider time)
{
    /// <summary>Closes it if it is still open, and tells the workflow which it is.</summary>
    public void Jawab(Tugas tugas, Guid permintaan)
    {
        ArgumentNullException.ThrowIfNull(tugas);
        if (tugas.Status == StatusTugas.Terbuka)
        {
            tugas.Tutup(time.GetUtcNow());
            db.Send(tugas.Berubah(identity.Name, pelindung));
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
