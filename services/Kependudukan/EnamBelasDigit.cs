namespace Dukcapil.Kependudukan;

/// <summary>
/// What a NIK and a Nomor KK have in common: sixteen ASCII digits, of which the first six name a kecamatan. No check digit exists.
/// </summary>
internal static class EnamBelasDigit
{
    public const int Panjang = 16;

    /// <summary>Digits of other scripts are refused: SIAK knows only 0–9, and they would make two spellings of one person.</summary>
    public static bool Sah(string? teks) => teks is { Length: Panjang } && teks.All(char.IsAsciiDigit);

    /// <summary>The two digits at <paramref name="mulai"/>.</summary>
    public static int Dua(string teks, int mulai) => ((teks[mulai] - '0') * 10) + (teks[mulai + 1] - '0');
}
