using Dukcapil.Contracts;
using Dukcapil.Intake.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Protection;

namespace Dukcapil.Intake.Konsep;

/// <summary>Keeps parafs for the konsep's boxes; one per version and role, a later one of the same role replaces it.</summary>
internal sealed class CatatParaf(IntakeDb db, Pelindung pelindung) : IHandle<ParafDiberikan>
{
    public async Task HandleAsync(ParafDiberikan message, CancellationToken cancellationToken)
    {
        var paraf = await db.Paraf.FindAsync([message.PermohonanId, message.VersiKonsep, message.Peran], cancellationToken);
        var nama = pelindung.SegelKolom(pelindung.Buka<string>(message.NamaPetugas));
        if (paraf is null)
        {
            db.Add(new ParafKonsep
            {
                PermohonanId = message.PermohonanId,
                Versi = message.VersiKonsep,
                Peran = message.Peran,
                NamaTersegel = nama,
                Pada = message.Pada,
            });
            return;
        }
        (paraf.NamaTersegel, paraf.Pada) = (nama, message.Pada);
    }
}
