using Dukcapil.Approval.Database;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Daftar;

/// <summary>
/// Reads a page. Each queue by itself, because only then an index gives the order: the effort is that of the page, however long the queues are; then the
/// pages of the queues are merged.
/// </summary>
internal sealed class HalamanDaftar(ApprovalDb db, TimeProvider time)
{
    /// <summary>The page, and where the next one begins.</summary>
    public async Task<(List<TugasKantor> Tugas, string? Berikut)> BacaAsync(
        SaringanTugas saringan, Petugas petugas, IReadOnlyList<AntreanPetugas> antrean, Penanda? sesudah, CancellationToken cancellationToken)
    {
        var (urut, batas) = (saringan.Urutan, saringan.Batas ?? BatasHalaman.Bawaan);
        var dari = sesudah ?? new Penanda(urut, time.GetUtcNow().UtcTicks, 0, default, null);
        var halaman = new List<TugasKantor>();
        for (; ; dari = dari with { Tahap = dari.Tahap + 1, TugasId = null })
        {
            var bagian = new List<TugasKantor>();
            foreach (var sumber in Sumber(saringan, petugas, antrean))
                bagian.AddRange(await sumber.Bagian(urut, dari).Take(batas - halaman.Count + 1).ToListAsync(cancellationToken));
            var urutan = bagian.DistinctBy(t => t.TugasId).Urutkan(urut, dari.Tahap).ToList();
            var muat = urutan.Take(batas - halaman.Count).ToList();
            halaman.AddRange(muat);
            if (muat.Count < urutan.Count || (halaman.Count == batas && dari.Tahap + 1 < Urutan.Tahap(urut)))
            {
                var akhir = muat.LastOrDefault();
                return (halaman, (akhir is null ? dari : dari with { Pada = Urutan.Kunci(urut, dari.Tahap, akhir), TugasId = akhir.TugasId }).Tulis());
            }
            if (dari.Tahap + 1 == Urutan.Tahap(urut)) return (halaman, null);
        }
    }

    private IEnumerable<IQueryable<TugasKantor>> Sumber(SaringanTugas saringan, Petugas petugas, IReadOnlyList<AntreanPetugas> antrean)
    {
        var tugas = saringan.Saring(db.Daftar.AsNoTracking().Where(t => t.Kantor == petugas.Kantor));
        if (saringan.Peran is { } peran) antrean = [.. antrean.Where(a => a.Peran == peran)];
        return saringan.Milik switch
        {
            SaringanTugas.Saya when saringan.Peran is { } satu => [tugas.Where(t => t.Pemegang == petugas.Id && t.Peran == satu)],
            SaringanTugas.Saya => [tugas.Where(t => t.Pemegang == petugas.Id)],
            SaringanTugas.Eskalasi => antrean.Where(a => a.Delegasi is null or { Aktivitas.Count: 0 })
                .Select(a => tugas.Where(t => t.PeranEskalasi == a.Peran && t.DieskalasiPada != null)),
            _ => antrean.Select(a => a.Tugas(tugas)),
        };
    }
}
