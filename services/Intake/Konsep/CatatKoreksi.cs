using Dukcapil.Contracts;
using Dukcapil.Intake.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Protection;

namespace Dukcapil.Intake.Konsep;

/// <summary>Keeps the remarks of Kasi and Kabid, to be shown beside the fields when Loket enters the data anew.</summary>
internal sealed class CatatKoreksi(IntakeDb db, Pelindung pelindung) : IHandle<KoreksiDicatat>
{
    public async Task HandleAsync(KoreksiDicatat message, CancellationToken cancellationToken)
    {
        if (await db.Koreksi.FindAsync([message.TugasId], cancellationToken) is not null) return;
        db.Add(new CatatanKoreksi
        {
            TugasId = message.TugasId,
            PermohonanId = message.PermohonanId,
            Versi = message.VersiKonsep,
            Peran = message.Peran,
            CatatanTersegel = pelindung.SegelKolom(pelindung.Buka<IReadOnlyList<CatatanIsian>>(message.Catatan)),
            Pada = message.Pada,
        });
    }
}
