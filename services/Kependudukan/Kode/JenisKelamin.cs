namespace Dukcapil.Kependudukan;

/// <summary>Codes of <see cref="TabelKode.JenisKelamin"/>.</summary>
public static class JenisKelamin
{
    /// <summary>LAKI-LAKI.</summary>
    public const int LakiLaki = 1;

    /// <summary>PEREMPUAN.</summary>
    public const int Perempuan = 2;
}
