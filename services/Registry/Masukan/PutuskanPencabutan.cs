using Dukcapil.Contracts;
using Dukcapil.Registry.Agenda;
using Dukcapil.Registry.BerkasSiak;
using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Masukan;

/// <summary>
/// The applicant has withdrawn: an agenda entry is voided and stays visible, the number of a printed card is free for another file again,
/// the konsep's content and the file from SIAK go. A refused withdrawal changes nothing.
/// </summary>
internal sealed class PutuskanPencabutan(RegistryDb db, PencatatAgenda agenda, ArsipBerkasKartu arsip) : IHandle<PencabutanDiputuskan>
{
    public async Task HandleAsync(PencabutanDiputuskan message, CancellationToken cancellationToken)
    {
        if (!message.Dikabulkan) return;
        await agenda.BatalkanAsync(message.PermohonanId, "PENCABUTAN", message.Pada, cancellationToken);
        await db.Kartu.Where(k => k.PermohonanId == message.PermohonanId && k.DibatalkanPada == null)
            .ExecuteUpdateAsync(set => set.SetProperty(k => k.DibatalkanPada, message.Pada).SetProperty(k => k.IsiTersegel, (string?)null), cancellationToken);
        await db.TandaBukti.Where(t => t.PermohonanId == message.PermohonanId)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.DicabutPada, message.Pada), cancellationToken);
        var berkas = await db.BerkasKartu.Where(b => b.PermohonanId == message.PermohonanId).ToListAsync(cancellationToken);
        db.BerkasKartu.RemoveRange(berkas);
        // Before the commit: should it fail, the decision comes again, and a file that is gone is no loss any more.
        await arsip.BuangAsync(berkas);
        await db.Konsep.Where(k => k.PermohonanId == message.PermohonanId).ExecuteDeleteAsync(cancellationToken);
    }
}
