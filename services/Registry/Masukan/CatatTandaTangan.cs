using Dukcapil.Contracts;
using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Protection;

namespace Dukcapil.Registry.Masukan;

/// <summary>Keeps the signature for the Buku Agenda.</summary>
internal sealed class CatatTandaTangan(RegistryDb db, Pelindung pelindung) : IHandle<KartuKeluargaDitandatangani>
{
    public async Task HandleAsync(KartuKeluargaDitandatangani message, CancellationToken cancellationToken)
    {
        var tandaTangan = await db.TandaTangan.FindAsync([message.PermohonanId], cancellationToken);
        var nama = pelindung.Buka<string>(message.NamaPetugas);
        if (tandaTangan is null)
        {
            db.TandaTangan.Add(new TandaTanganMasuk
            {
                PermohonanId = message.PermohonanId,
                Cara = message.Cara,
                Petugas = message.Petugas,
                NamaPetugas = nama,
                Pada = message.Pada,
            });
            return;
        }
        (tandaTangan.Cara, tandaTangan.Petugas, tandaTangan.NamaPetugas, tandaTangan.Pada) =
            (message.Cara, message.Petugas, nama, message.Pada);
    }
}
