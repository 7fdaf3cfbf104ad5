using Dukcapil.Approval.Database;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Daftar;

/// <summary>Shows one task with everything that led to it.</summary>
internal sealed class PenguraiTugas(ApprovalDb db, PenyusunButir penyusun, JurnalAudit jurnal, TimeProvider time)
{
    /// <summary>The task, the way of its application, and the parafs.</summary>
    public async Task<UraianTugas> UraikanAsync(TugasKantor tugas, IReadOnlyList<AntreanPetugas> antrean, CancellationToken cancellationToken)
    {
        var semua = await db.Daftar.AsNoTracking().Where(t => t.PermohonanId == tugas.PermohonanId).OrderBy(t => t.DiterbitkanPada).ToListAsync(cancellationToken);
        var alasan = await penyusun.AlasanAsync([.. semua.Where(t => t.AlasanTersegel is not null).Select(t => t.TugasId)], cancellationToken);
        var paraf = await db.Paraf.AsNoTracking().Where(p => p.PermohonanId == tugas.PermohonanId).OrderBy(p => p.Pada).ToListAsync(cancellationToken);
        var kini = time.GetUtcNow();
        var butir = await penyusun.SusunAsync([tugas], antrean, cancellationToken);
        // The way shows the reasons of all returns, not only of the last one.
        jurnal.Catat("daftar-tugas.baca", tugas.PermohonanId, tugas.TugasId, atasNama: butir[0].Melalui?.Teks);
        await db.SaveChangesAsync(cancellationToken);
        return new UraianTugas(
            butir[0],
            [.. semua.Select(t => new LangkahRiwayat(
                t.TugasId, t.Nomor, t.Kegiatan, t.Peran, t.Status, t.Pemegang, t.AtasNama, t.DiterbitkanPada, t.SelesaiPada, PenyusunButir.PenangananMs(t, kini),
                t.HasilDipilih, t.Hasil.Any(h => h.Nama == t.HasilDipilih && h.PerluAlasan), t.KodeAlasan, alasan.GetValueOrDefault(t.TugasId)))],
            [.. paraf.Select(p => new ParafTugas(p.VersiKonsep, p.Peran, p.Petugas, p.NamaPetugas, p.AtasNama, p.Pada, p.GugurPada, p.SebabGugur))]);
    }
}
