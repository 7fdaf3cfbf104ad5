using Dukcapil.Contracts;
using Dukcapil.Intake.Database;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Protection;

namespace Dukcapil.Intake.Konsep;

/// <summary>Keeps parafs for the konsep's boxes; one per version and role, a later one of the same role replaces it.</summary>
internal sealed class CatatParaf(IntakeDb db, Pelindung pelindung) : IHandle<ParafDiberikan>
{
    public Task HandleAsync(ParafDiberikan message, CancellationToken cancellationToken) => db.KeepLastAsync(
        new ParafKonsep
        {
            PermohonanId = message.PermohonanId,
            Versi = message.VersiKonsep,
            Peran = message.Peran,
            NamaTersegel = pelindung.SegelKolom(pelindung.Buka<string>(message.NamaPetugas)),
            Pada = message.Pada,
        },
        cancellationToken);
}
