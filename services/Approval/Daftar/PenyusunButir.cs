using Dukcapil.Approval.Database;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Daftar;

/// <summary>Makes of rows what an officer sees. Reasons may name a person, so who gets to see one is in the audit journal.</summary>
internal sealed class PenyusunButir(ApprovalDb db, Pelindung pelindung, JurnalAudit jurnal, TimeProvider time)
{
    /// <summary>The tasks as shown; the lines of the journal are written.</summary>
    public async Task<IReadOnlyList<ButirTugas>> SusunAsync(
        IReadOnlyList<TugasKantor> tugas, IReadOnlyList<AntreanPetugas> antrean, CancellationToken cancellationToken)
    {
        var alasan = await AlasanAsync([.. tugas.Where(t => t.Asal is { Dikembalikan: true }).Select(t => t.Asal!.TugasId).Distinct()], cancellationToken);
        var butir = tugas.Select(t => Butir(t, antrean, alasan)).ToList();
        foreach (var permohonan in butir.Where(b => b.Asal?.Alasan is not null).GroupBy(b => b.PermohonanId))
            jurnal.Catat("daftar-tugas.baca", permohonan.Key, atasNama: permohonan.Select(b => b.Melalui?.Teks).FirstOrDefault(m => m is not null));
        if (alasan.Count > 0) await db.SaveChangesAsync(cancellationToken);
        return butir;
    }

    /// <summary>Reasons in words, by the task that gave them.</summary>
    public async Task<Dictionary<string, string>> AlasanAsync(IReadOnlyList<string> pemberi, CancellationToken cancellationToken)
    {
        if (pemberi.Count == 0) return [];
        var tersegel = await db.Daftar.Where(t => pemberi.Contains(t.TugasId) && t.AlasanTersegel != null)
            .Select(t => new { t.TugasId, t.AlasanTersegel }).ToListAsync(cancellationToken);
        return tersegel.ToDictionary(t => t.TugasId, t => pelindung.BukaKolom<string>(t.AlasanTersegel!));
    }

    /// <summary>Handling time up to now.</summary>
    public static long PenangananMs(TugasKantor t, DateTimeOffset kini) =>
        t.PenangananMs + (t is { Status: StatusTugas.Terbuka, DiklaimPada: { } sejak } ? Math.Max(0, (long)(kini - sejak).TotalMilliseconds) : 0);

    private ButirTugas Butir(TugasKantor t, IReadOnlyList<AntreanPetugas> antrean, Dictionary<string, string> alasan)
    {
        var kini = time.GetUtcNow();
        var penanganan = PenangananMs(t, kini);
        var delegasi = antrean.FirstOrDefault(a => a.Memuat(t.Peran, t.Aktivitas))?.Delegasi;
        return new ButirTugas
        {
            TugasId = t.TugasId,
            PermohonanId = t.PermohonanId,
            Aktivitas = t.Aktivitas,
            Langkah = new LangkahTugas(t.Nomor, t.Kegiatan, t.WaktuBakuMs),
            Peran = t.Peran,
            Hasil = t.Hasil,
            Status = t.Status,
            Pemegang = t.Pemegang,
            DiterbitkanPada = t.DiterbitkanPada,
            SelesaiPada = t.SelesaiPada,
            DiklaimPada = t.Status == StatusTugas.Terbuka ? t.DiklaimPada : null,
            AtasNama = t.AtasNama,
            Melalui = AtasNama.Dari(delegasi),
            Prioritas = t.Prioritas,
            PenangananMs = penanganan,
            MenungguMs = Math.Max(0, (long)((t.SelesaiPada ?? kini) - t.DiterbitkanPada).TotalMilliseconds - penanganan),
            LewatWaktuBaku = penanganan > t.WaktuBakuMs,
            TenggatPada = t.TenggatPada,
            LewatTenggat = t.TenggatPada <= (t.SelesaiPada ?? kini),
            DiingatkanPada = t.DiingatkanPada,
            DieskalasiPada = t.DieskalasiPada,
            PeranEskalasi = t.PeranEskalasi,
            Asal = t.Asal is { } a ? new AsalButir(a.Langkah, a.Hasil, a.Dikembalikan, a.KodeAlasan, alasan.GetValueOrDefault(a.TugasId)) : null,
            HasilDipilih = t.HasilDipilih,
            JumlahCatatan = t.JumlahCatatan,
            Alamat = $"{PublicPaths.TasksOf(t.Pelayan)}/{t.TugasId}",
            Tautan = new TautanTugas(
                $"/api/v1/permohonan/{t.PermohonanId}", $"/api/v1/permohonan/{t.PermohonanId}/riwayat",
                t.VersiKonsep == 0 ? null : $"/api/v1/permohonan/{t.PermohonanId}/konsep/{t.VersiKonsep}"),
        };
    }
}
