using Dukcapil.Contracts;
using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Protection;

namespace Dukcapil.Registry.Masukan;

/// <summary>Keeps the receipt's hash; an application has one receipt.</summary>
internal sealed class CatatTandaBukti(RegistryDb db) : IHandle<TandaBuktiTerbit>
{
    public Task HandleAsync(TandaBuktiTerbit message, CancellationToken cancellationToken) => db.KeepFirstAsync(
        new TandaBukti
        {
            PermohonanId = message.PermohonanId,
            NomorRegister = message.NomorRegister,
            HashKode = message.HashKode,
            NamaPemohonTersegel = Pelindung.Kolom(message.NamaPemohon),
            Wakil = message.Wakil,
            DiajukanOleh = message.DiajukanOleh,
        },
        cancellationToken);
}
