using Dukcapil.Contracts;
using Dukcapil.ElsaServer.Database;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ElsaServer.Alur;

/// <summary>
/// Decides a withdrawal: the owners of all open tasks are asked to close them, a step that was completed at the same moment runs first, and when
/// nothing is open any more the instance is cancelled; signed meanwhile, it is refused.
/// </summary>
internal sealed class Keputusan(AlurDb db, Mesin mesin, Penyelaras penyelaras, TimeProvider time)
{
    /// <summary>Intake asks.</summary>
    public async Task MintaAsync(Permohonan? permohonan, PencabutanDiminta pesan, CancellationToken cancellationToken)
    {
        if (await db.Pencabutan.AnyAsync(p => p.Id == pesan.PencabutanId, cancellationToken)) return;
        var pencabutan = new Pencabutan { Id = pesan.PencabutanId, PermohonanId = pesan.PermohonanId, DimintaPada = pesan.Pada };
        db.Add(pencabutan);
        if (permohonan is null) Putuskan(pencabutan, dikabulkan: false, "SUDAH_SELESAI");
        else await PutuskanAsync(pencabutan, permohonan, cancellationToken);
    }

    /// <summary>An owner closed its task, or had completed it before; that completion came first.</summary>
    public async Task JawabAsync(Permohonan permohonan, PenutupanTugasDijawab pesan, CancellationToken cancellationToken)
    {
        if (pesan.Ditutup && await db.Tugas.SingleOrDefaultAsync(t => t.Id == pesan.TugasId, cancellationToken) is { } tugas) tugas.Tertutup = true;
        await LanjutkanAsync(permohonan, cancellationToken);
    }

    /// <summary>Goes on with a withdrawal of this application, if one is being decided.</summary>
    public async Task LanjutkanAsync(Permohonan permohonan, CancellationToken cancellationToken)
    {
        var pencabutan = await db.Pencabutan.SingleOrDefaultAsync(p => p.PermohonanId == permohonan.Id && p.Dikabulkan == null, cancellationToken);
        if (pencabutan is not null) await PutuskanAsync(pencabutan, permohonan, cancellationToken);
    }

    private async Task PutuskanAsync(Pencabutan pencabutan, Permohonan permohonan, CancellationToken cancellationToken)
    {
        if (permohonan.BerakhirPada is not null)
        {
            Putuskan(pencabutan, dikabulkan: false, "SUDAH_SELESAI");
            return;
        }
        // What this unit of work has added or taken away is not in the database yet.
        await db.Tugas.Where(t => t.PermohonanId == permohonan.Id && !t.Usai).LoadAsync(cancellationToken);
        var tugas = db.Tugas.Local.Where(t => t.PermohonanId == permohonan.Id && !t.Usai).ToList();
        if (permohonan.Ditandatangani)
        {
            foreach (var tertutup in tugas.Where(t => t.Tertutup)) penyelaras.UmumkanLagi(permohonan, tertutup);
            Putuskan(pencabutan, dikabulkan: false, "SUDAH_DITANDATANGANI");
            return;
        }
        var terbuka = tugas.Where(t => !t.Tertutup).ToList();
        foreach (var t in terbuka.Where(t => t.DitutupUntuk != pencabutan.Id))
        {
            t.DitutupUntuk = pencabutan.Id;
            penyelaras.MintaTutup(t, pencabutan.Id);
        }
        if (terbuka.Count > 0) return;
        permohonan.Batal = true;
        await mesin.BatalkanAsync(permohonan, cancellationToken);
        await penyelaras.SelaraskanAsync(permohonan, await mesin.CariAsync(permohonan.Id, cancellationToken), diselesaikan: null, cancellationToken);
        Putuskan(pencabutan, dikabulkan: true, sebab: null);
    }

    private void Putuskan(Pencabutan pencabutan, bool dikabulkan, string? sebab)
    {
        pencabutan.Dikabulkan = dikabulkan;
        db.Send(new PencabutanDiputuskan
        {
            PermohonanId = pencabutan.PermohonanId,
            PencabutanId = pencabutan.Id,
            Dikabulkan = dikabulkan,
            Sebab = sebab,
            Pada = time.GetUtcNow(),
        });
    }
}
