using Dukcapil.Contracts;
using Dukcapil.Intake.Database;
using Dukcapil.Intake.PanggilanBalik;
using Dukcapil.Intake.Pengajuan;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.Riwayat;

/// <summary>The workflow came to its end: the application is finished.</summary>
internal sealed class SelesaikanPermohonan(IntakeDb db, PencatatPanggilan panggilan) : IHandle<AlurSelesai>
{
    public async Task HandleAsync(AlurSelesai message, CancellationToken cancellationToken)
    {
        var permohonan = await db.Permohonan.SingleAsync(p => p.Id == message.PermohonanId, cancellationToken);
        if (permohonan.Status != StatusPermohonan.Diproses) return;
        permohonan.Status = StatusPermohonan.Selesai;
        permohonan.BerakhirPada = message.Pada;
        await panggilan.CatatAsync(permohonan, PeristiwaPermohonan.Selesai, message.Pada, cancellationToken);
    }
}
