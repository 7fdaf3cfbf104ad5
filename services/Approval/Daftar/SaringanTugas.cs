using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.Approval.Daftar;

/// <summary>Query of the list.</summary>
/// <param name="Status"><c>terbuka</c> (default) or <c>selesai</c>.</param>
/// <param name="Milik"><c>semua</c> (default): all of my roles; <c>saya</c>: held by me; <c>antrean</c>: held by nobody; <c>eskalasi</c>: overdue, told to my roles.</param>
/// <param name="Peran">One of the officer's roles; without it all of them.</param>
/// <param name="Langkah">SOP number.</param>
/// <param name="PermohonanId">Tasks of one application.</param>
/// <param name="Prioritas"><c>segera</c> or <c>biasa</c>.</param>
/// <param name="Dikembalikan">Whether it came by a return.</param>
/// <param name="Terlambat">Whether it is overdue.</param>
/// <param name="Urut"><c>terlama</c> (default for open ones), <c>terbaru</c> (for ended ones), <c>prioritas</c> or <c>tenggat</c>.</param>
/// <param name="Batas">Length of a page, 1 to 200; 50 when left out.</param>
/// <param name="Sesudah">Where the page before ended (<see cref="HalamanTugas.Berikut"/>).</param>
internal sealed record SaringanTugas(
    string? Status, string? Milik, string? Peran, string? Langkah, Guid? PermohonanId, string? Prioritas, bool? Dikembalikan, bool? Terlambat, string? Urut, int? Batas,
    string? Sesudah)
{
    public const string Saya = "saya", Antrean = "antrean", Eskalasi = "eskalasi";
    private const string Terbuka = "terbuka", Selesai = "selesai", Semua = "semua", Segera = "segera", Biasa = "biasa";

    /// <summary>The order.</summary>
    public string Urutan => Urut ?? (Status == Selesai ? Daftar.Urutan.Terbaru : Daftar.Urutan.Terlama);

    /// <summary>What cannot be read, or null.</summary>
    public ProblemHttpResult? Tolak() =>
        TolakPilihan("status", Status, Terbuka, Selesai) ?? TolakPilihan("milik", Milik, Semua, Saya, Antrean, Eskalasi)
        ?? TolakPilihan("prioritas", Prioritas, Segera, Biasa) ?? TolakPilihan("urut", Urut, [.. Daftar.Urutan.Semua]) ?? BatasHalaman.Tolak(Batas);

    /// <summary>
    /// What of the list is meant, but for role and order. The state stands in the query as a literal, so that the database may use indexes of open tasks.
    /// </summary>
    public IQueryable<TugasKantor> Saring(IQueryable<TugasKantor> tugas)
    {
        tugas = Status == Selesai ? tugas.Where(t => t.Status == StatusTugas.Selesai) : tugas.Where(t => t.Status == StatusTugas.Terbuka);
        if (Milik == Antrean) tugas = tugas.Where(t => t.Pemegang == null);
        if (Langkah is { } nomor) tugas = tugas.Where(t => t.Nomor == nomor);
        if (PermohonanId is { } permohonan) tugas = tugas.Where(t => t.PermohonanId == permohonan);
        if (Prioritas == Segera) tugas = tugas.Where(t => t.Prioritas == PrioritasTugas.Segera);
        if (Prioritas == Biasa) tugas = tugas.Where(t => t.Prioritas == PrioritasTugas.Biasa);
        if (Dikembalikan is { } kembali) tugas = tugas.Where(t => t.Kembali == kembali);
        return Terlambat switch
        {
            true => tugas.Where(t => t.DieskalasiPada != null),
            false => tugas.Where(t => t.DieskalasiPada == null),
            null => tugas,
        };
    }

    private static ProblemHttpResult? TolakPilihan(string nama, string? nilai, params string[] pilihan) =>
        nilai is null || pilihan.Contains(nilai) ? null : Masalah.TidakTerbaca($"Nilai {nama} harus salah satu dari: {string.Join(", ", pilihan)}.", nama);
}
