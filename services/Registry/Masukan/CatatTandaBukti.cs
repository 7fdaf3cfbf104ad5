using Dukcapil.Contracts;
using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Masukan;

/// <summary>Keeps the receipt's hash; an application has one receipt.</summary>
internal sealed class CatatTandaBukti(RegistryDb db) : IHandle<TandaBuktiTerbit>
{
    public async Task HandleAsync(TandaBuktiTerbit message, CancellationToken cancellationToken)
    {
        if (await db.TandaBukti.AnyAsync(t => t.PermohonanId == message.PermohonanId, cancellationToken)) return;
        db.TandaBukti.Add(new TandaBukti
        {
            PermohonanId = message.PermohonanId,
            NomorRegister = message.NomorRegister,
            HashKode = message.HashKode,
            NamaPemohonTersegel = Pelindung.Kolom(message.NamaPemohon),
            Wakil = message.Wakil,
            DiajukanOleh = message.DiajukanOleh,
        });
    }
}
