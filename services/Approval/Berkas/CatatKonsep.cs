using Dukcapil.Approval.Database;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Berkas;

/// <summary>Takes a new version of a konsep; parafs on earlier ones lapse.</summary>
internal sealed class CatatKonsep(ApprovalDb db) : IHandle<KonsepTerbit>
{
    public async Task HandleAsync(KonsepTerbit message, CancellationToken cancellationToken)
    {
        await db.KeepFirstAsync(
            new VersiKonsep
            {
                PermohonanId = message.PermohonanId,
                Versi = message.Versi,
                Hash = message.Hash,
                Pengentri = message.Pengentri,
                JumlahPeringatan = message.JumlahPeringatan,
                Pada = message.Pada,
            },
            cancellationToken);
        if (message.Versi == 1) return;
        await db.Paraf.Where(p => p.PermohonanId == message.PermohonanId && p.VersiKonsep < message.Versi).GugurkanAsync(SebabGugur.KonsepBerubah, message.Pada, cancellationToken);
    }
}
