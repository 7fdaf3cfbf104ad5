using Dukcapil.Approval.Aliran;
using Dukcapil.Approval.Database;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Berkas;

/// <summary>
/// The workflow of an application has ended: what is still open belongs to a branch that ended with it and is closed here and in the list.
/// The list's version stays, so that an owner's own last word about its task, which may come later, wins.
/// </summary>
internal sealed class AkhiriBerkas(ApprovalDb db, PapanTugas papan) : IHandle<AlurSelesai>
{
    public async Task HandleAsync(AlurSelesai message, CancellationToken cancellationToken)
    {
        var terbuka = await db.Set<Tugas>()
            .Where(t => t.PermohonanId == message.PermohonanId && t.Status == StatusTugas.Terbuka).ToListAsync(cancellationToken);
        foreach (var tugas in terbuka) tugas.Tutup(message.Pada);
        db.DaftarBerubah = papan.Bangunkan;
        await db.Daftar
            .Where(t => t.PermohonanId == message.PermohonanId && t.Status == StatusTugas.Terbuka)
            .ExecuteUpdateAsync(
                set => set.SetProperty(t => t.Status, StatusTugas.Ditutup).SetProperty(t => t.SelesaiPada, message.Pada), cancellationToken);
    }
}
