using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ServiceDefaults.Kewenangan;

/// <summary>
/// Gives tasks back to their queue when a delegation starts (the absent officer's, so that the delegate finds them) and when it ends (the delegate's).
/// It looks at what is, not at what happened, so it may run as often as it likes.
/// </summary>
public sealed class PelepasTugas(ServiceDb db, PengabarTugas kabar, JurnalAudit jurnal, TimeProvider time)
{
    /// <summary>Releases within the present unit of work, which the caller saves. Answers how many.</summary>
    public async Task<int> LepasAsync(WewenangKantor wewenang, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wewenang);
        var (kini, banyak) = (time.GetUtcNow(), 0);
        foreach (var delegasi in wewenang.Delegasi)
        {
            var pemegang = delegasi.Berlaku(kini) ? delegasi.Pemberi : delegasi.BerakhirPada <= kini ? delegasi.Penerima : null;
            if (pemegang is null) continue;
            var dipegang = await db.Set<Tugas>().Where(t =>
                t.Pemegang == pemegang && t.Status == StatusTugas.Terbuka && t.Kantor == wewenang.Kantor.Kode && t.Peran == delegasi.Peran).ToListAsync(cancellationToken);
            foreach (var tugas in dipegang.Where(t => Terdampak(t, delegasi, kini)))
            {
                tugas.Lepas(kini);
                jurnal.Catat(
                    "tugas.lepas", tugas.PermohonanId, tugas.Id, delegasi.Berlaku(kini) ? "delegasi-mulai" : "delegasi-berakhir",
                    atasNama: AtasNama.Dari(delegasi).Teks);
                await kabar.KabarkanAsync(tugas, cancellationToken);
                banyak++;
            }
        }
        return banyak;
    }

    // Who comes back early and takes a task is not robbed of it again.
    private static bool Terdampak(Tugas tugas, Delegasi delegasi, DateTimeOffset kini) => delegasi.Berlaku(kini)
        ? delegasi.Mencakup(tugas.Peran, tugas.Aktivitas) && tugas.AtasNama is null && !(tugas.DiklaimPada >= delegasi.Mulai)
        : tugas.AtasNama?.DelegasiId == delegasi.Id;
}
