using Dukcapil.Approval.Database;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Kewenangan;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Kewenangan;

/// <summary>Tells all services who may act for whom, and puts the same into this service's own copy, in the unit of work of the change.</summary>
internal sealed class PenerbitWewenang(ApprovalDb db, Pelindung pelindung, TerapkanWewenang salinan, TimeProvider time)
{
    // Whoever acts under one that has just ended is told so.
    private static readonly TimeSpan MasihDisebut = TimeSpan.FromDays(1);

    /// <summary>Publishes what the database says within the open transaction; what is to be published must be saved.</summary>
    public async Task TerbitkanAsync(KantorPelayanan kantor, CancellationToken cancellationToken)
    {
        var kini = time.GetUtcNow();
        var sejak = kini - MasihDisebut;
        var delegasi = await db.Delegasi.AsNoTracking()
            .Where(d => d.Kantor == kantor.Kode && d.Sampai > sejak && (d.DicabutPada == null || d.DicabutPada > sejak)).OrderBy(d => d.Id).ToListAsync(cancellationToken);
        var isi = new WewenangKantor(
            new KeteranganKantor(kantor.Kode, kantor.Nama, kantor.Wilayah, kantor.Zona, kantor.Kalender), [.. delegasi.Select(d => d.Terbit(pelindung))]);
        var pesan = new WewenangTerbit
        {
            PermohonanId = WewenangTerbit.Aliran(kantor.Kode),
            Kantor = kantor.Kode,
            Versi = kantor.Versi,
            Isi = pelindung.Segel(isi),
            Pada = kini,
        };
        kantor.DenyutPada = kini;
        db.Send(pesan);
        await salinan.HandleAsync(pesan, cancellationToken);
    }
}
