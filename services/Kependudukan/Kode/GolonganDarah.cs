namespace Dukcapil.Kependudukan;

/// <summary>Codes of <see cref="TabelKode.GolonganDarah"/> that rules speak of.</summary>
public static class GolonganDarah
{
    /// <summary>TIDAK TAHU, what an empty field stands for.</summary>
    public const int TidakTahu = 13;
}
