using System.Collections.Frozen;

namespace Dukcapil.Kependudukan;

/// <summary>
/// What is known of regions: every kecamatan code of 2018–2025 (built in; for a hint only, since 588 of the 7,230 codes of 2020 have left
/// the list while people keep their NIK), and the villages an office has imported. Immutable.
/// </summary>
public sealed class DaftarWilayah
{
    private static readonly Lazy<DaftarWilayah> bawaan = new(static () =>
        new DaftarWilayah(SumberDaya.Baris("kecamatan").ToFrozenSet(StringComparer.Ordinal), FrozenDictionary<string, WilayahDesa>.Empty));

    private readonly FrozenSet<string> kecamatan;
    private readonly FrozenDictionary<string, WilayahDesa> desa;
    private readonly FrozenSet<string> kabupatenTercakup;

    private DaftarWilayah(FrozenSet<string> kecamatan, FrozenDictionary<string, WilayahDesa> desa)
    {
        this.kecamatan = kecamatan;
        this.desa = desa;
        kabupatenTercakup = desa.Values.Select(d => d.Kode.KabupatenKota!.ToString()).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The kecamatan codes that ever were, and no village.</summary>
    public static DaftarWilayah Bawaan => bawaan.Value;

    /// <summary>This list with the villages of an office added; their kecamatan become known with them.</summary>
    /// <exception cref="ArgumentException">A code that is not a village's.</exception>
    public DaftarWilayah Dengan(IEnumerable<WilayahDesa> tambahan)
    {
        var semua = desa.Values.ToDictionary(d => d.Kode.ToString(), StringComparer.Ordinal);
        var kode6 = kecamatan.ToHashSet(StringComparer.Ordinal);
        foreach (var d in tambahan)
        {
            if (d.Kode.Tingkat != 4)
                throw new ArgumentException($"{d.Kode} bukan kode desa/kelurahan", nameof(tambahan));
            semua[d.Kode.ToString()] = d;
            kode6.Add(d.Kode.EnamDigit()!);
        }
        return new DaftarWilayah(kode6.ToFrozenSet(StringComparer.Ordinal), semua.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>True when six digits, for example <c>990101</c>, ever were the code of a kecamatan.</summary>
    public bool KecamatanPernahAda(string enamDigit) => kecamatan.Contains(enamDigit);

    /// <summary>The villages that were imported, by code.</summary>
    public IEnumerable<WilayahDesa> DesaTercakup => desa.Values.OrderBy(d => d.Kode.ToString(), StringComparer.Ordinal);

    /// <summary>The village of that code, or null.</summary>
    public WilayahDesa? Desa(KodeWilayah kode) => desa.GetValueOrDefault(kode.ToString());

    /// <summary>True when villages of that kabupaten/kota were imported, so that an unknown code there is a wrong code.</summary>
    public bool Mencakup(KodeWilayah kabupatenKota) => kabupatenTercakup.Contains(kabupatenKota.ToString());
}
