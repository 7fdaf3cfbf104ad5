using Dukcapil.Contracts;
using Dukcapil.Registry.BerkasSiak;
using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Masukan;

/// <summary>Keeps the signature for the Buku Agenda, and (TTE) the signed file in the archive.</summary>
internal sealed class CatatTandaTangan(RegistryDb db, ArsipBerkasKartu arsip, Pelindung pelindung) : IHandle<KartuKeluargaDitandatangani>
{
    public async Task HandleAsync(KartuKeluargaDitandatangani message, CancellationToken cancellationToken)
    {
        await ArsipkanAsync(message, cancellationToken);
        await db.KeepLastAsync(
            new TandaTanganMasuk
            {
                PermohonanId = message.PermohonanId,
                Cara = message.Cara,
                VersiKonsep = message.VersiKonsep,
                Petugas = message.Petugas,
                NamaPetugas = pelindung.Buka<string>(message.NamaPetugas),
                Pada = message.Pada,
            },
            cancellationToken);
    }

    private async Task ArsipkanAsync(KartuKeluargaDitandatangani message, CancellationToken cancellationToken)
    {
        if (message.Berkas is not { } tanda) return;
        var berkas = await db.BerkasKartu.SingleAsync(b => b.Id == tanda.BerkasId && b.PermohonanId == message.PermohonanId, cancellationToken);
        // A file has one signature, whoever tells of a second one.
        if (berkas.NamaBertandaTangan is not null) throw new InvalidOperationException($"Upload {berkas.Id} is signed already.");
        await arsip.TandaiAsync(berkas, tanda, pelindung.Buka<byte[]>(tanda.Tambahan), message.Pada, cancellationToken);
    }
}
