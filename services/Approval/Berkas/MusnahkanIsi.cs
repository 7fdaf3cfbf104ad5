using Dukcapil.Approval.Database;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Berkas;

/// <summary>The time of keeping an application is over: reasons, remarks and comments go; who gave a paraf or signed, and what, stays.</summary>
internal sealed class MusnahkanIsi(ApprovalDb db, JurnalAudit jurnal) : IHandle<IsiDimusnahkan>
{
    public async Task HandleAsync(IsiDimusnahkan message, CancellationToken cancellationToken)
    {
        var id = message.PermohonanId;
        await db.Paraf.Where(p => p.PermohonanId == id).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.CatatanTersegel, (string?)null).SetProperty(p => p.TanggapanTersegel, (string?)null), cancellationToken);
        await db.Daftar.Where(t => t.PermohonanId == id).ExecuteUpdateAsync(set => set.SetProperty(t => t.AlasanTersegel, (string?)null), cancellationToken);
        await db.MusnahkanIsiTugasAsync(id, cancellationToken);
        jurnal.Catat("persetujuan.musnahkan", id, tujuan: "RETENSI");
    }
}
