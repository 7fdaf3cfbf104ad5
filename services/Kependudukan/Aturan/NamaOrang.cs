using System.Collections.Frozen;

namespace Dukcapil.Kependudukan.Aturan;

/// <summary>Comparing names of persons as different documents write them.</summary>
internal static class NamaOrang
{
    /// <summary>Titles before a name, which a KK may carry and a deed may not (Permendagri 73/2022 art. 5).</summary>
    private static readonly FrozenSet<string> gelarDepan =
        new[] { "H", "HJ", "DR", "DRA", "DRS", "DRG", "IR", "PROF", "ALM", "ALMH" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// Capitals, letters and digits only, single spaces; without titles before the name and without what follows a comma (titles behind
    /// it). Empty for null, blank and <c>-</c>.
    /// </summary>
    public static string Normal(string? nama)
    {
        var pokok = (nama ?? "").Split(',')[0].ToUpperInvariant();
        var bersih = pokok.Replace('.', ' ').Replace('-', ' ').Where(c => char.IsLetterOrDigit(c) || char.IsWhiteSpace(c));
        var kata = string.Concat(bersih).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToList();
        while (kata.Count > 1 && gelarDepan.Contains(kata[0]))
            kata.RemoveAt(0);
        return string.Join(' ', kata);
    }

    /// <summary>Two records of one person: by NIK where both have one, otherwise by name and birth date.</summary>
    public static bool SamaOrang(Anggota a, Anggota b)
    {
        if (!string.IsNullOrWhiteSpace(a.Nik) && !string.IsNullOrWhiteSpace(b.Nik))
            return a.Nik == b.Nik;
        var nama = Normal(a.Nama);
        return nama.Length > 0 && nama == Normal(b.Nama) && a.TanggalLahir is not null && a.TanggalLahir == b.TanggalLahir;
    }
}
