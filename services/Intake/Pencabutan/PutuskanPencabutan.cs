using Dukcapil.Contracts;
using Dukcapil.Intake.Database;
using Dukcapil.Intake.PanggilanBalik;
using Dukcapil.Intake.Pengajuan;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.Pencabutan;

/// <summary>The workflow's decision. A granted withdrawal ends the application and voids its line in the Buku Register, which stays visible.</summary>
internal sealed class PutuskanPencabutan(IntakeDb db, PencatatPanggilan panggilan, JurnalAudit jurnal) : IHandle<PencabutanDiputuskan>
{
    public async Task HandleAsync(PencabutanDiputuskan message, CancellationToken cancellationToken)
    {
        var permintaan = await db.Pencabutan.SingleAsync(p => p.Id == message.PencabutanId, cancellationToken);
        if (permintaan.Status != StatusPencabutan.Diproses) return;
        permintaan.Status = message.Dikabulkan ? StatusPencabutan.Dikabulkan : StatusPencabutan.Ditolak;
        permintaan.Sebab = message.Sebab;
        permintaan.DiputuskanPada = message.Pada;
        jurnal.Catat("permohonan.cabut-diputuskan", message.PermohonanId, permintaan.Id.ToString(), message.Dikabulkan ? "DIKABULKAN" : "DITOLAK");
        if (!message.Dikabulkan) return;
        var permohonan = await db.Permohonan.SingleAsync(p => p.Id == message.PermohonanId, cancellationToken);
        permohonan.Status = StatusPermohonan.Batal;
        permohonan.BerakhirPada = message.Pada;
        var entri = await db.BukuRegister.SingleOrDefaultAsync(e => e.PermohonanId == message.PermohonanId, cancellationToken);
        if (entri is not null) entri.DibatalkanPada = message.Pada;
        await panggilan.CatatAsync(permohonan, PeristiwaPermohonan.Dibatalkan, message.Pada, cancellationToken);
    }
}
