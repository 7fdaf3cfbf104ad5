using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.Approval.Daftar;

/// <summary>Query of the list.</summary>
/// <param name="Status"><c>terbuka</c> (default) or <c>selesai</c>.</param>
/// <param name="Milik"><c>semua</c> (default), <c>saya</c> or <c>antrean</c>.</param>
/// <param name="Peran">One of the officer's roles; without it all of them.</param>
/// <param name="PermohonanId">Tasks of one application.</param>
/// <param name="Batas">Length of a page, 1 to 200; 50 when left out.</param>
/// <param name="Sesudah">Where the page before ended (<see cref="HalamanTugas.Berikut"/>).</param>
internal sealed record SaringanTugas(string? Status, string? Milik, string? Peran, Guid? PermohonanId, int? Batas, string? Sesudah)
{
    private const string Terbuka = "terbuka", Selesai = "selesai", Semua = "semua", Saya = "saya", Antrean = "antrean";

    private StatusTugas StatusTugas => Status == Selesai ? StatusTugas.Selesai : StatusTugas.Terbuka;

    /// <summary>What cannot be read, or null.</summary>
    public ProblemHttpResult? Tolak()
    {
        if (Status is not (null or Terbuka or Selesai)) return Masalah.TidakTerbaca($"Nilai status harus {Terbuka} atau {Selesai}.", "status");
        if (Milik is not (null or Semua or Saya or Antrean)) return Masalah.TidakTerbaca($"Nilai milik harus {Semua}, {Saya}, atau {Antrean}.", "milik");
        return BatasHalaman.Tolak(Batas);
    }

    /// <summary>
    /// The page of one role. One role each, because only then an index gives the order: the effort is that of the page,
    /// however long the queue is.
    /// </summary>
    public IQueryable<TugasKantor> Halaman(IQueryable<TugasKantor> daftar, string kantor, string peran, string petugas, Penanda? sesudah)
    {
        var status = StatusTugas;
        var tugas = daftar.Where(t => t.Kantor == kantor && t.Status == status && t.Peran == peran);
        if (Milik == Saya) tugas = tugas.Where(t => t.Pemegang == petugas);
        if (Milik == Antrean) tugas = tugas.Where(t => t.Pemegang == null);
        if (PermohonanId is { } permohonan) tugas = tugas.Where(t => t.PermohonanId == permohonan);
        return status == StatusTugas.Terbuka ? TertuaDahulu(tugas, sesudah) : TerbaruDahulu(tugas, sesudah);
    }

    /// <summary>The same order over several roles.</summary>
    public IEnumerable<TugasKantor> Urutkan(IEnumerable<TugasKantor> tugas) => StatusTugas == StatusTugas.Terbuka
        ? tugas.OrderBy(t => t.DiterbitkanPada).ThenBy(t => t.TugasId, StringComparer.Ordinal)
        : tugas.OrderByDescending(t => t.DiterbitkanPada).ThenByDescending(t => t.TugasId, StringComparer.Ordinal);

    // The bound on the first column alone is redundant and lets the index begin there.
    private static IQueryable<TugasKantor> TertuaDahulu(IQueryable<TugasKantor> tugas, Penanda? sesudah)
    {
        if (sesudah is { Pada: var pada, TugasId: var id })
            tugas = tugas.Where(t => t.DiterbitkanPada >= pada && (t.DiterbitkanPada > pada || string.Compare(t.TugasId, id) > 0));
        return tugas.OrderBy(t => t.DiterbitkanPada).ThenBy(t => t.TugasId);
    }

    private static IQueryable<TugasKantor> TerbaruDahulu(IQueryable<TugasKantor> tugas, Penanda? sesudah)
    {
        if (sesudah is { Pada: var pada, TugasId: var id })
            tugas = tugas.Where(t => t.DiterbitkanPada <= pada && (t.DiterbitkanPada < pada || string.Compare(t.TugasId, id) < 0));
        return tugas.OrderByDescending(t => t.DiterbitkanPada).ThenByDescending(t => t.TugasId);
    }
}
