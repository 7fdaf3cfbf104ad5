namespace Dukcapil.Kependudukan;

/// <summary>Codes of <see cref="TabelKode.Agama"/> that rules speak of.</summary>
public static class Agama
{
    /// <summary>KEPERCAYAAN TERHADAP TUHAN YME (MK 97/PUU-XIV/2016); the paper form says "Lainnya".</summary>
    public const int Kepercayaan = 7;
}
