using Dukcapil.Kependudukan.Aturan;

namespace Dukcapil.Kependudukan;

/// <summary>
/// Checks a family card against the 50 rules. SIAK's own rules are not public; errors that rest on no article are our design.
/// </summary>
public static class PemeriksaKeluarga
{
    /// <summary>All findings in the order of rules, then of members; empty when nothing is to be said.</summary>
    public static IReadOnlyList<Temuan> Periksa(KartuKeluarga kartu, KonteksPemeriksaan konteks)
    {
        var pemeriksaan = new Pemeriksaan(kartu, konteks);
        return [.. AturanKeluarga.Semua.Where(a => a.Tahap <= konteks.Tahap).SelectMany(a => a.Periksa(pemeriksaan))];
    }
}
