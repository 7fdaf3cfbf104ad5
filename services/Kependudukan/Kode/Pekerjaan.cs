namespace Dukcapil.Kependudukan;

/// <summary>Codes of <see cref="TabelKode.Pekerjaan"/> that rules speak of, and the mapping from old SIAK.</summary>
public static class Pekerjaan
{
    /// <summary>Belum/Tidak Bekerja.</summary>
    public const int BelumBekerja = 1;

    /// <summary>Pelajar/Mahasiswa.</summary>
    public const int Pelajar = 3;

    /// <summary>Lainnya, in the table of 99.</summary>
    public const int Lainnya = 99;

    /// <summary>Old SIAK had 88 occupations and 89 "LAINNYA", which now is Anggota Lembaga Tinggi.</summary>
    /// <returns>The present code, or null when old SIAK had none of that number.</returns>
    public static int? DariSiakLama(int lama) => lama switch { >= 1 and <= 88 => lama, 89 => Lainnya, _ => null };
}
