using Dukcapil.Contracts;

namespace Dukcapil.Approval.Daftar;

/// <summary>
/// Orders of the list. Each is one or two parts, and within a part rows stand by a time that never changes: a page goes on where the one before ended,
/// whatever was added, taken or completed meanwhile. Priority may change; who was made urgent while pages are read is in the second part too, so that nobody
/// is missed, and may be seen twice.
/// </summary>
internal static class Urutan
{
    public const string Terlama = "terlama", Terbaru = "terbaru", Prioritas = "prioritas", Tenggat = "tenggat";

    public static readonly IReadOnlyList<string> Semua = [Terlama, Terbaru, Prioritas, Tenggat];

    /// <summary>How many parts.</summary>
    public static int Tahap(string urut) => urut is Prioritas or Tenggat ? 2 : 1;

    /// <summary>The time by which a row stands in its part.</summary>
    public static DateTimeOffset Kunci(string urut, int tahap, TugasKantor t) => urut == Tenggat && tahap == 0 ? t.TenggatPada!.Value : t.DiterbitkanPada;

    /// <summary>Rows of one part from a place on, in order.</summary>
    public static IQueryable<TugasKantor> Bagian(this IQueryable<TugasKantor> tugas, string urut, Penanda dari)
    {
        var awal = new DateTimeOffset(dari.Awal, TimeSpan.Zero);
        return (urut, dari.Tahap) switch
        {
            (Prioritas, 0) => TerlamaDahulu(tugas.Where(t => t.Prioritas == PrioritasTugas.Segera), dari),
            (Prioritas, _) => TerlamaDahulu(tugas.Where(t => t.Prioritas == PrioritasTugas.Biasa || t.PrioritasPada > awal), dari),
            (Tenggat, 0) => TenggatDahulu(tugas.Where(t => t.TenggatPada != null), dari),
            (Tenggat, _) => TerlamaDahulu(tugas.Where(t => t.TenggatPada == null), dari),
            (Terbaru, _) => TerbaruDahulu(tugas, dari),
            _ => TerlamaDahulu(tugas, dari),
        };
    }

    /// <summary>The same order over several queues.</summary>
    public static IEnumerable<TugasKantor> Urutkan(this IEnumerable<TugasKantor> tugas, string urut, int tahap) => urut == Terbaru
        ? tugas.OrderByDescending(t => t.DiterbitkanPada).ThenByDescending(t => t.TugasId, StringComparer.Ordinal)
        : tugas.OrderBy(t => Kunci(urut, tahap, t)).ThenBy(t => t.TugasId, StringComparer.Ordinal);

    // The bound on the first column alone is redundant and lets the index begin there.
    private static IQueryable<TugasKantor> TerlamaDahulu(IQueryable<TugasKantor> tugas, Penanda dari)
    {
        if (dari is { Pada: var pada, TugasId: { } id })
            tugas = tugas.Where(t => t.DiterbitkanPada >= pada && (t.DiterbitkanPada > pada || string.Compare(t.TugasId, id) > 0));
        return tugas.OrderBy(t => t.DiterbitkanPada).ThenBy(t => t.TugasId);
    }

    private static IQueryable<TugasKantor> TerbaruDahulu(IQueryable<TugasKantor> tugas, Penanda dari)
    {
        if (dari is { Pada: var pada, TugasId: { } id })
            tugas = tugas.Where(t => t.DiterbitkanPada <= pada && (t.DiterbitkanPada < pada || string.Compare(t.TugasId, id) < 0));
        return tugas.OrderByDescending(t => t.DiterbitkanPada).ThenByDescending(t => t.TugasId);
    }

    private static IQueryable<TugasKantor> TenggatDahulu(IQueryable<TugasKantor> tugas, Penanda dari)
    {
        if (dari is { Pada: var pada, TugasId: { } id })
            tugas = tugas.Where(t => t.TenggatPada >= pada && (t.TenggatPada > pada || string.Compare(t.TugasId, id) > 0));
        return tugas.OrderBy(t => t.TenggatPada).ThenBy(t => t.TugasId);
    }
}
