using System.Globalization;
using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Auth;

namespace Dukcapil.Approval.Laporan;

/// <summary>The service-standard report: applications handed over within a period against the SOP's ten minutes of handling.</summary>
/// <param name="Dari">First day of the office's calendar.</param>
/// <param name="Sampai">Last day.</param>
/// <param name="Permohonan">Applications handed over.</param>
/// <param name="MemenuhiStandar">Of them, those whose officers took no more than the standard altogether.</param>
/// <param name="StandarMs">The standard: the SOP's ten minutes.</param>
/// <param name="PenangananMs">Handling time of an application.</param>
/// <param name="MenungguMs">Waiting time of an application, the applicant's own included.</param>
/// <param name="Langkah">Where the time goes, in the order of the SOP.</param>
/// <param name="Minggu">Week by week.</param>
public sealed record LaporanStandar(
    DateOnly Dari, DateOnly Sampai, int Permohonan, int MemenuhiStandar, long StandarMs, Sebaran PenangananMs, Sebaran MenungguMs,
    IReadOnlyList<LangkahStandar> Langkah, IReadOnlyList<MingguStandar> Minggu)
{
    /// <summary>Ten minutes: SOP, column Waktu, summed.</summary>
    public static readonly TimeSpan Standar = TimeSpan.FromMinutes(10);

    /// <summary>Makes the report of all completed tasks of applications handed over in the period.</summary>
    internal static LaporanStandar Susun(Kantor kantor, DateOnly dari, DateOnly sampai, IReadOnlyCollection<TugasTuntas> tugas)
    {
        // Waiting of the applicant is part of how long it took, but no officer's handling.
        var berkas = tugas.GroupBy(t => t.PermohonanId).Select(b => new Berkas(
            b.Where(t => t.Peran != Peran.Pemohon).Sum(t => t.PenangananMs), b.Sum(t => t.MenungguMs), b.Max(t => t.SelesaiPada), [.. b])).ToList();
        return new(
            dari, sampai, berkas.Count, berkas.Count(b => b.Memenuhi), (long)Standar.TotalMilliseconds, Sebaran.Dari(berkas.Select(b => b.PenangananMs)),
            Sebaran.Dari(berkas.Select(b => b.MenungguMs)), Langkahan(tugas),
            [.. berkas.GroupBy(b => Senin(kantor.TanggalPada(b.SelesaiPada))).OrderBy(m => m.Key).Select(m => Mingguan(m.Key, [.. m]))]);
    }

    private static IReadOnlyList<LangkahStandar> Langkahan(IReadOnlyCollection<TugasTuntas> tugas) =>
    [
        .. tugas.GroupBy(t => (t.Nomor, t.Kegiatan, t.Peran)).OrderBy(l => l.Key.Nomor, StringComparer.Ordinal).ThenBy(l => l.Min(t => t.DiterbitkanPada))
            .Select(l => new LangkahStandar(
                l.Key.Nomor, l.Key.Kegiatan, l.Key.Peran, l.Count(), l.Max(t => t.WaktuBakuMs), l.Count(t => t.WaktuBakuMs > 0 && t.PenangananMs > t.WaktuBakuMs),
                l.Count(t => t.Dikembalikan), Sebaran.Dari(l.Select(t => t.PenangananMs)), Sebaran.Dari(l.Select(t => t.MenungguMs)))),
    ];

    // The bottleneck: where applications spent most of their time, of the officers' steps.
    private static MingguStandar Mingguan(DateOnly senin, List<Berkas> berkas)
    {
        var leher = berkas.SelectMany(b => b.Tugas).Where(t => t.Peran != Peran.Pemohon).GroupBy(t => (t.Nomor, t.Kegiatan, t.Peran))
            .MaxBy(l => l.Sum(t => t.PenangananMs + t.MenungguMs))?.Key;
        return new(senin, berkas.Count, berkas.Count(b => b.Memenuhi), leher is { } l ? $"{l.Nomor} {l.Kegiatan} ({l.Peran})" : null);
    }

    private static DateOnly Senin(DateOnly hari) => hari.AddDays(-(((int)hari.DayOfWeek + 6) % 7));

    private sealed record Berkas(long PenangananMs, long MenungguMs, DateTimeOffset SelesaiPada, IReadOnlyList<TugasTuntas> Tugas)
    {
        public bool Memenuhi => PenangananMs <= Standar.TotalMilliseconds;
    }
}

/// <summary>How times are spread, in milliseconds; 0 of nothing.</summary>
/// <param name="Median">Half took no longer.</param>
/// <param name="P95">95 of 100 took no longer.</param>
/// <param name="RataRata">On average.</param>
public sealed record Sebaran(long Median, long P95, long RataRata)
{
    internal static Sebaran Dari(IEnumerable<long> waktu)
    {
        var urut = waktu.Order().ToList();
        return urut.Count == 0 ? new(0, 0, 0) : new(Pada(0.5), Pada(0.95), (long)urut.Average());

        // The nearest rank: a time that has occurred.
        long Pada(double bagian) => urut[Math.Max(0, (int)Math.Ceiling(bagian * urut.Count) - 1)];
    }
}

/// <summary>One step of the SOP.</summary>
/// <param name="Nomor">SOP number.</param>
/// <param name="Kegiatan">SOP column Kegiatan.</param>
/// <param name="Peran">Role.</param>
/// <param name="Selesai">How often it was completed.</param>
/// <param name="WaktuBakuMs">SOP column Waktu; 0 where the SOP has none.</param>
/// <param name="LewatWaktuBaku">How often it took longer.</param>
/// <param name="Dikembalikan">How often it returned the file.</param>
/// <param name="PenangananMs">Handling time.</param>
/// <param name="MenungguMs">Waiting time.</param>
public sealed record LangkahStandar(
    string Nomor, string Kegiatan, string Peran, int Selesai, long WaktuBakuMs, int LewatWaktuBaku, int Dikembalikan, Sebaran PenangananMs, Sebaran MenungguMs);

/// <summary>One week.</summary>
/// <param name="Mulai">Its Monday.</param>
/// <param name="Permohonan">Applications handed over.</param>
/// <param name="MemenuhiStandar">Of them within the standard.</param>
/// <param name="LeherBotol">Step of an officer in which they spent the most time, handling and waiting.</param>
public sealed record MingguStandar(DateOnly Mulai, int Permohonan, int MemenuhiStandar, string? LeherBotol)
{
    /// <summary>As people name it.</summary>
    internal string Nama => string.Create(CultureInfo.InvariantCulture, $"{Mulai:dd-MM-yyyy}");
}

/// <summary>A completed task of such an application.</summary>
internal sealed record TugasTuntas(
    Guid PermohonanId, string Nomor, string Kegiatan, string Peran, long WaktuBakuMs, DateTimeOffset DiterbitkanPada, DateTimeOffset SelesaiPada, long PenangananMs,
    bool Dikembalikan)
{
    public long MenungguMs => Math.Max(0, (long)(SelesaiPada - DiterbitkanPada).TotalMilliseconds - PenangananMs);
}
