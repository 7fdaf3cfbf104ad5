using Dukcapil.Contracts;
using Dukcapil.Kependudukan;

namespace Dukcapil.ServiceDefaults.Tenggat;

/// <summary>Counts working time: hours of the week, holidays and the clock of one office.</summary>
/// <param name="kantor">The office's clock.</param>
/// <param name="kalender">When it works.</param>
public sealed class JamKantor(Kantor kantor, KalenderKerja kalender)
{
    // A calendar that is closed for so long has been entered wrongly.
    private const int HariTerjauh = 3660;

    /// <summary>From what Approval has published.</summary>
    public static JamKantor Dari(KeteranganKantor kantor)
    {
        ArgumentNullException.ThrowIfNull(kantor);
        return new(new Kantor(kantor.Kode, kantor.Nama, KodeWilayah.Dari(kantor.Wilayah), kantor.Zona), kantor.Kalender);
    }

    /// <summary>The moment at which so many working minutes have passed; null when the office does not work that much.</summary>
    public DateTimeOffset? Tambah(DateTimeOffset mulai, int menit)
    {
        var sisa = TimeSpan.FromMinutes(menit);
        var hari = kantor.TanggalPada(mulai);
        for (var i = 0; i < HariTerjauh; i++, hari = hari.AddDays(1))
        {
            foreach (var (buka, tutup) in JamPada(hari))
            {
                var dari = buka > mulai ? buka : mulai;
                if (tutup <= dari) continue;
                if (tutup - dari >= sisa) return dari + sisa;
                sisa -= tutup - dari;
            }
        }
        return null;
    }

    private IEnumerable<(DateTimeOffset Buka, DateTimeOffset Tutup)> JamPada(DateOnly hari)
    {
        if (kalender.Libur.Contains(hari)) yield break;
        var awal = kantor.AwalHari(hari);
        foreach (var jam in kalender.Jam.Where(j => j.Hari == (Hari)hari.DayOfWeek).OrderBy(j => j.Buka))
            yield return (awal + jam.Buka.ToTimeSpan(), awal + jam.Tutup.ToTimeSpan());
    }
}
