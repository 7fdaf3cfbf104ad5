using Dukcapil.Contracts;
using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Masukan;

/// <summary>
/// The workflow of an application has ended: a task still open belongs to a branch that ended with it; the konsep's content has served
/// (what books, salinan and proof need is with them).
/// </summary>
internal sealed class AkhiriBerkas(RegistryDb db) : IHandle<AlurSelesai>
{
    public async Task HandleAsync(AlurSelesai message, CancellationToken cancellationToken)
    {
        var terbuka = await db.Set<Tugas>()
            .Where(t => t.PermohonanId == message.PermohonanId && t.Status == StatusTugas.Terbuka).ToListAsync(cancellationToken);
        foreach (var tugas in terbuka) tugas.Tutup(message.Pada);
        await db.Konsep.Where(k => k.PermohonanId == message.PermohonanId).ExecuteDeleteAsync(cancellationToken);
    }
}
