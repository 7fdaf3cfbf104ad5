using System.Security.Cryptography;
using System.Text;

namespace Dukcapil.ServiceDefaults.Books;

/// <summary>
/// Codes that nobody can guess and everybody can read aloud: three groups of four characters of Crockford's base 32 (no I, L, O, U), 60 random bits,
/// for example <c>R7KQ-94TM-2XBD</c>.
/// </summary>
public static class KodeAcak
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Makes one.</summary>
    public static string Buat()
    {
        var letters = RandomNumberGenerator.GetItems<char>(Alphabet, 12);
        return $"{new string(letters, 0, 4)}-{new string(letters, 4, 4)}-{new string(letters, 8, 4)}";
    }

    /// <summary>The same code however it was typed: case, blanks and dashes do not matter, O is 0, I and L are 1.</summary>
    public static string Baku(string kode)
    {
        ArgumentNullException.ThrowIfNull(kode);
        var text = new StringBuilder(14);
        foreach (var c in kode.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Take(12))
        {
            if (text.Length is 4 or 9) text.Append('-');
            text.Append(c switch { 'O' => '0', 'I' or 'L' => '1', _ => c });
        }
        return text.ToString();
    }

    /// <summary>SHA-256 (hex) of the code in its standard form: what is stored and compared.</summary>
    public static string Hash(string kode) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Baku(kode))));
}
