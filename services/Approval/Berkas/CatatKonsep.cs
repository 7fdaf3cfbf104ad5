using Dukcapil.Approval.Database;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Berkas;

/// <summary>Takes a new version of a konsep; parafs on earlier ones lapse.</summary>
internal sealed class CatatKonsep(ApprovalDb db) : IHandle<KonsepTerbit>
{
    public async Task HandleAsync(KonsepTerbit message, CancellationToken cancellationToken)
    {
        if (await db.Konsep.AnyAsync(k => k.PermohonanId == message.PermohonanId && k.Versi == message.Versi, cancellationToken)) return;
        db.Konsep.Add(new VersiKonsep
        {
            PermohonanId = message.PermohonanId,
            Versi = message.Versi,
            Hash = message.Hash,
            Pengentri = message.Pengentri,
            JumlahPeringatan = message.JumlahPeringatan,
            Pada = message.Pada,
        });
        await db.Paraf.Where(p => p.PermohonanId == message.PermohonanId && p.VersiKonsep < message.Versi).GugurkanAsync(SebabGugur.KonsepBerubah, message.Pada, cancellationToken);
    }
}
