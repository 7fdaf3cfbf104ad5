namespace Dukcapil.Kependudukan;

/// <summary>
/// The synthetic region on prefix 99, which no province uses. Demonstrations, tests and the <c>periksa</c> command register it, so that
/// no example ever carries the number of a living person.
/// </summary>
public static class WilayahContoh
{
    /// <summary>KABUPATEN CONTOH.</summary>
    public static KodeWilayah Kabupaten { get; } = KodeWilayah.Dari("99.01");

    /// <summary>Two villages in the first kecamatan, one in the second.</summary>
    public static IReadOnlyList<WilayahDesa> Desa { get; } =
    [
        new(KodeWilayah.Dari("99.01.01.1001"), "KELURAHAN CONTOH", "KECAMATAN CONTOH SATU"),
        new(KodeWilayah.Dari("99.01.01.2001"), "DESA CONTOH", "KECAMATAN CONTOH SATU"),
        new(KodeWilayah.Dari("99.01.02.2001"), "DESA CONTOH DUA", "KECAMATAN CONTOH DUA"),
    ];
}
