namespace Dukcapil.Kependudukan;

/// <summary>
/// Masking of NIK and Nomor KK for screens, messages and logs (UU 27/2022). Only the last four digits stay: digits 7–12 of a NIK would
/// give away date of birth and sex.
/// </summary>
public static class Samaran
{
    private const int DigitTerlihat = 4;

    /// <summary>
    /// <c>************0001</c> for a full number, whatever else was typed masked at its own length (at most 16); shorter than 8
    /// characters nothing is shown, because four of them would be most of it.
    /// </summary>
    /// <returns>An empty string for null or blank.</returns>
    public static string Dari(string? nomor)
    {
        var teks = nomor?.Trim() ?? "";
        if (teks.Length == 0)
            return "";
        var panjang = Math.Min(teks.Length, 16);
        return teks.Length < 2 * DigitTerlihat
            ? new string('*', panjang)
            : new string('*', panjang - DigitTerlihat) + teks[^DigitTerlihat..];
    }
}
