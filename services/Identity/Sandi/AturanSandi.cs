using System.Text;

namespace Dukcapil.Identity.Sandi;

/// <summary>
/// What may be a password, after NIST SP 800-63B revision 4, section 3.1.1.2: at least 12 characters beside a second factor (the standard asks for 8) and
/// 15 alone, at most 128, every character allowed and counted as one, no rules of composition, no expiry. Compared with a blocklist: of well-known
/// passwords, of the office and of the user.
/// </summary>
internal static class AturanSandi
{
    /// <summary>Least length beside a second factor.</summary>
    public const int TerpendekDenganFaktorKedua = 12;

    /// <summary>Least length where the password is the only factor.</summary>
    public const int TerpendekSendiri = 15;

    /// <summary>Longest; the hash takes any length, a request does not.</summary>
    public const int Terpanjang = 128;

    // What is left after all guessable parts are taken out. "Password1234!" leaves nothing, a phrase of a few words leaves plenty.
    private const int SisaTerpendek = 6;

    private static readonly IReadOnlyList<string> Umum = BacaUmum();

    /// <summary>Why it is refused, in Indonesian; null when it may be used.</summary>
    /// <param name="sandi">The password.</param>
    /// <param name="terpendek">Least length.</param>
    /// <param name="milik">Login name, name, office: what is known of the user.</param>
    public static string? Tolak(string sandi, int terpendek, params IEnumerable<string> milik)
    {
        // Unicode spells some letters in two ways; a character is a code point (section 3.1.1.2).
        var normal = Normal(sandi);
        var panjang = normal.EnumerateRunes().Count();
        if (panjang < terpendek) return $"Sandi paling sedikit {terpendek} karakter. Kalimat pendek yang hanya Anda yang tahu adalah sandi yang baik.";
        if (panjang > Terpanjang) return $"Sandi paling banyak {Terpanjang} karakter.";
        return Sisa(normal, milik) < SisaTerpendek
            ? "Sandi itu mudah ditebak: kata yang lazim, nama, atau urutan. Pilih sandi lain."
            : null;
    }

    /// <summary>The form that is hashed.</summary>
    public static string Normal(string sandi) => sandi.Normalize(NormalizationForm.FormKC);

    private static int Sisa(string sandi, IEnumerable<string> milik)
    {
        var huruf = Samakan(sandi);
        var kata = milik.SelectMany(m => m.Split([' ', '.', '_', '-', '@', ','])).Select(Samakan).Where(m => m.Length >= 4).Concat(Umum);
        foreach (var k in kata.OrderByDescending(k => k.Length)) huruf = huruf.Replace(k, " ", StringComparison.Ordinal);
        var sisa = new StringBuilder();
        foreach (var h in huruf)
        {
            // A letter that repeats the one before, or follows it in the alphabet, adds nothing that must be guessed.
            if (char.IsLetter(h) && (sisa.Length == 0 || (h != sisa[^1] && h != sisa[^1] + 1))) sisa.Append(h);
        }
        return sisa.ToString().Distinct().Count();
    }

    // The usual disguises of letters.
    private static string Samakan(string teks) => string.Concat(teks.ToLowerInvariant().Select(h => h switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => h,
    }));

    private static IReadOnlyList<string> BacaUmum()
    {
        using var pembaca = new StreamReader(typeof(AturanSandi).Assembly.GetManifestResourceStream("sandi-umum.txt")!);
        return [.. pembaca.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Samakan)];
    }
}
