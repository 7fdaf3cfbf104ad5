using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ServiceDefaults.HumanTasks;

/// <summary>
/// Withdrawal: closes the task if it is still open. A completed one is refused, and its completion has been sent before this answer,
/// so the workflow applies it first. Both are one row's version: exactly one of completion and withdrawal wins. An act under way (a signature) is waited for.
/// </summary>
internal sealed class TutupTugas(ServiceDb db, IEnumerable<ILangkah> langkah, PenutupTugas penutup) : IHandle<PenutupanTugasDiminta>
{
    public async Task HandleAsync(PenutupanTugasDiminta message, CancellationToken cancellationToken)
    {
        var tugas = await db.Set<Tugas>().SingleAsync(t => t.Id == message.TugasId, cancellationToken);
        var step = langkah.Single(l => l.Aktivitas == tugas.Aktivitas);
        if (tugas.Status == StatusTugas.Terbuka && await step.TundaPenutupanAsync(tugas, message.PencabutanId, cancellationToken)) return;
        await penutup.JawabAsync(tugas, message.PencabutanId, cancellationToken);
    }
}
