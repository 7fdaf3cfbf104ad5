using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ServiceDefaults.HumanTasks;

/// <summary>
/// Withdrawal: closes the task if it is still open. A completed one is refused, and its completion has been sent before this answer,
/// so the workflow applies it first. Both are one row's version: exactly one of completion and withdrawal wins.
/// </summary>
internal sealed class TutupTugas(ServiceDb db, ServiceIdentity identity, Pelindung pelindung, TimeProvider time) : IHandle<PenutupanTugasDiminta>
{
    public async Task HandleAsync(PenutupanTugasDiminta message, CancellationToken cancellationToken)
    {
        var tugas = await db.Set<Tugas>().SingleAsync(t => t.Id == message.TugasId, cancellationToken);
        if (tugas.Status == StatusTugas.Terbuka)
        {
            tugas.Tutup(time.GetUtcNow());
            db.Send(tugas.Berubah(identity.Name, pelindung));
        }
        db.Send(new PenutupanTugasDijawab
        {
            PermohonanId = message.PermohonanId,
            PencabutanId = message.PencabutanId,
            TugasId = tugas.Id,
            Ditutup = tugas.Status == StatusTugas.Ditutup,
        });
    }
}
