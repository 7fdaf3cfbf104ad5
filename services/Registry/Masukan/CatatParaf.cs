using Dukcapil.Contracts;
using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Protection;

namespace Dukcapil.Registry.Masukan;

/// <summary>Keeps parafs for the print check; a later one of a role on the same version replaces the earlier.</summary>
internal sealed class CatatParaf(RegistryDb db, Pelindung pelindung) : IHandle<ParafDiberikan>
{
    public Task HandleAsync(ParafDiberikan message, CancellationToken cancellationToken) => db.KeepLastAsync(
        new ParafMasuk
        {
            PermohonanId = message.PermohonanId,
            VersiKonsep = message.VersiKonsep,
            Peran = message.Peran,
            Hash = message.Hash,
            Petugas = message.Petugas,
            NamaPetugas = pelindung.Buka<string>(message.NamaPetugas),
            Pada = message.Pada,
        },
        cancellationToken);
}
