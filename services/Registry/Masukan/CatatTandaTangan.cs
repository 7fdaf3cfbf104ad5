using Dukcapil.Contracts;
using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Messaging;

namespace Dukcapil.Registry.Masukan;

/// <summary>Keeps the signature for the Buku Agenda.</summary>
internal sealed class CatatTandaTangan(RegistryDb db) : IHandle<KartuKeluargaDitandatangani>
{
    public async Task HandleAsync(KartuKeluargaDitandatangani message, CancellationToken cancellationToken)
    {
        var tandaTangan = await db.TandaTangan.FindAsync([message.PermohonanId], cancellationToken);
        if (tandaTangan is null)
        {
            db.TandaTangan.Add(new TandaTanganMasuk
            {
                PermohonanId = message.PermohonanId,
                Cara = message.Cara,
                Petugas = message.Petugas,
                NamaPetugas = message.NamaPetugas,
                Pada = message.Pada,
            });
            return;
        }
        (tandaTangan.Cara, tandaTangan.Petugas, tandaTangan.NamaPetugas, tandaTangan.Pada) =
            (message.Cara, message.Petugas, message.NamaPetugas, message.Pada);
    }
}
