using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Dukcapil.Kependudukan;

/// <summary>
/// Region code of Kemendagri with dots: province <c>99</c>, kabupaten/kota <c>99.01</c>, kecamatan <c>99.01.01</c>, desa/kelurahan
/// <c>99.01.01.1001</c> (Kepmendagri 300.2.2-2430/2025).
/// </summary>
[JsonConverter(typeof(KodeWilayahJson))]
public sealed record KodeWilayah
{
    /// <summary>The one error text of <see cref="TryParse"/>.</summary>
    public const string PesanSalah = "Kode wilayah harus berbentuk 99, 99.01, 99.01.01 atau 99.01.01.1001";

    private const int PanjangKabupaten = 5;
    private const int PanjangKecamatan = 8;
    private const int PanjangDesa = 13;

    private readonly string kode;

    private KodeWilayah(string kode) => this.kode = kode;

    /// <summary>1 province, 2 kabupaten/kota, 3 kecamatan, 4 desa/kelurahan.</summary>
    public int Tingkat => kode.Length switch { 2 => 1, PanjangKabupaten => 2, PanjangKecamatan => 3, _ => 4 };

    /// <summary>The kabupaten/kota this lies in or is; null for a province.</summary>
    public KodeWilayah? KabupatenKota => Awal(PanjangKabupaten);

    /// <summary>The kecamatan this lies in or is; null above it.</summary>
    public KodeWilayah? Kecamatan => Awal(PanjangKecamatan);

    /// <summary>Accepts the four forms above and nothing else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? teks, [NotNullWhen(true)] out KodeWilayah? wilayah)
    {
        wilayah = null;
        if (teks is null || teks.Length is not (2 or PanjangKabupaten or PanjangKecamatan or PanjangDesa))
            return false;
        for (var i = 0; i < teks.Length; i++)
        {
            var titik = i is 2 or 5 or 8;
            if (titik ? teks[i] != '.' : !char.IsAsciiDigit(teks[i]))
                return false;
        }
        wilayah = new KodeWilayah(teks);
        return true;
    }

    /// <summary>For codes that are constants of a program or of its configuration.</summary>
    /// <exception cref="FormatException"><see cref="PesanSalah"/></exception>
    public static KodeWilayah Dari(string teks) => TryParse(teks, out var wilayah) ? wilayah : throw new FormatException(PesanSalah);

    /// <summary>True when <paramref name="lain"/> is this region or lies in it.</summary>
    public bool Memuat(KodeWilayah lain) =>
        lain.kode.StartsWith(kode, StringComparison.Ordinal) && (lain.kode.Length == kode.Length || lain.kode[kode.Length] == '.');

    /// <summary>The first six digits of the numbers issued there, for example <c>990101</c>; null above kecamatan.</summary>
    public string? EnamDigit() =>
        kode.Length < PanjangKecamatan ? null : string.Concat(kode.AsSpan(0, 2), kode.AsSpan(3, 2), kode.AsSpan(6, 2));

    /// <summary>The code with dots.</summary>
    public override string ToString() => kode;

    private KodeWilayah? Awal(int panjang) => kode.Length < panjang ? null : new KodeWilayah(kode[..panjang]);
}
