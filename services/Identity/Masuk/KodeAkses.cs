using System.Security.Cryptography;
using System.Text;

namespace Dukcapil.Identity.Masuk;

/// <summary>Recovery codes as they are written down, and as they are stored.</summary>
internal static class KodeAkses
{
    private const string Abjad = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Three groups of four: about 59 random bits.</summary>
    public static string Pemulihan() => string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Abjad, 4)));

    /// <summary>SHA-256 (hex), blind to blanks and case.</summary>
    public static string Hash(string kode) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(kode.Replace(" ", "", StringComparison.Ordinal).Trim().ToLowerInvariant())));
}
