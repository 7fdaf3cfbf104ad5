using Dukcapil.Contracts;
using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Protection;

namespace Dukcapil.Registry.Masukan;

/// <summary>Keeps parafs for the print check; a later one of a role on the same version replaces the earlier.</summary>
internal sealed class CatatParaf(RegistryDb db, Pelindung pelindung) : IHandle<ParafDiberikan>
{
    public async Task HandleAsync(ParafDiberikan message, CancellationToken cancellationToken)
    {
        var paraf = await db.Paraf.FindAsync([message.PermohonanId, message.VersiKonsep, message.Peran], cancellationToken);
        var nama = pelindung.Buka<string>(message.NamaPetugas);
        if (paraf is null)
        {
            db.Paraf.Add(new ParafMasuk
            {
                PermohonanId = message.PermohonanId,
                VersiKonsep = message.VersiKonsep,
                Peran = message.Peran,
                Hash = message.Hash,
                Petugas = message.Petugas,
                NamaPetugas = nama,
                Pada = message.Pada,
            });
            return;
        }
        (paraf.Hash, paraf.Petugas, paraf.NamaPetugas, paraf.Pada) = (message.Hash, message.Petugas, nama, message.Pada);
    }
}
