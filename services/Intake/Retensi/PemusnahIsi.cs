using Dukcapil.Contracts;
using Dukcapil.Intake.Database;
using Dukcapil.Intake.Pengajuan;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Files;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.Retensi;

/// <summary>
/// Removes what an application says of persons when its time is over, and tells the other services to do so. The Buku Register, the history without its
/// reasons and the audit journal stay.
/// </summary>
internal sealed class PemusnahIsi(IntakeDb db, FileStore files, Pelindung pelindung, JurnalAudit jurnal, SetelanRetensi setelan, TimeProvider time)
{
    private const int Sekaligus = 100;

    /// <summary>Applications whose time is over, the oldest first; not all at once.</summary>
    public async Task<List<Guid>> LewatMasaAsync(CancellationToken cancellationToken)
    {
        if (setelan.Tahun is not { } tahun) return [];
        var lama = time.GetUtcNow().AddYears(-tahun);
        return await db.Permohonan.Where(p => p.BerakhirPada < lama && p.DimusnahkanPada == null)
            .OrderBy(p => p.Id).Take(Sekaligus).Select(p => p.Id).ToListAsync(cancellationToken);
    }

    /// <summary>One application, in one transaction; false when another replica was first.</summary>
    public async Task<bool> MusnahkanAsync(Guid id, CancellationToken cancellationToken)
    {
        var kini = time.GetUtcNow();
        await using var transaksi = await db.Database.BeginTransactionAsync(cancellationToken);
        var (pemohon, alasan) = (pelindung.SegelKolom(new Pemohon(PemusnahTugas.Pengganti)), pelindung.SegelKolom(PemusnahTugas.Pengganti));
        var milikku = await db.Permohonan.Where(p => p.Id == id && p.DimusnahkanPada == null).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.DimusnahkanPada, kini).SetProperty(p => p.PemohonTersegel, pemohon).SetProperty(p => p.KartuTersegel, (string?)null)
                .SetProperty(p => p.TandaBuktiTersegel, (string?)null).SetProperty(p => p.TandaBuktiOleh, (string?)null),
            cancellationToken);
        if (milikku == 0) return false;
        // Contents before the commit: whoever dies in between comes here again, and a file that is gone is no loss any more.
        foreach (var berkas in await db.Lampiran.Where(l => l.PermohonanId == id).Select(l => l.Id).ToListAsync(cancellationToken))
            await files.DeleteAsync(berkas, cancellationToken);
        await db.Lampiran.Where(l => l.PermohonanId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Konsep.Where(k => k.PermohonanId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Koreksi.Where(k => k.PermohonanId == id).ExecuteDeleteAsync(cancellationToken);
        await db.KonsepDilihat.Where(k => k.PermohonanId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Riwayat.Where(r => r.PermohonanId == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.AlasanTersegel, (string?)null), cancellationToken);
        await db.Pencabutan.Where(p => p.PermohonanId == id).ExecuteUpdateAsync(set => set.SetProperty(p => p.AlasanTersegel, alasan), cancellationToken);
        await db.MusnahkanIsiTugasAsync(id, cancellationToken);
        db.Send(new IsiDimusnahkan { PermohonanId = id, Pada = kini });
        jurnal.Catat("permohonan.musnahkan", id, rincian: $"{setelan.Tahun} tahun", tujuan: "RETENSI");
        await db.SaveAndCommitAsync(cancellationToken);
        return true;
    }
}
