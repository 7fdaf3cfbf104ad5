namespace Dukcapil.Kependudukan;

/// <summary>
/// Nationality as printed on the card. No numeric code is official: sources number it differently, so the label is stored.
/// </summary>
public static class Kewarganegaraan
{
    /// <summary>Warga negara Indonesia.</summary>
    public const string Wni = "WNI";

    /// <summary>Warga negara asing; regulations say Orang Asing.</summary>
    public const string Wna = "WNA";

    /// <summary>True for the two labels, exactly.</summary>
    public static bool Memuat(string? label) => label is Wni or Wna;
}
