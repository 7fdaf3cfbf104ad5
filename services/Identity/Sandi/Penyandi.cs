using System.Security.Cryptography;
using Dukcapil.Identity.Pengguna;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Dukcapil.Identity.Sandi;

/// <summary>Hashes passwords: PBKDF2 with HMAC-SHA-512, 210,000 rounds (OWASP), by the hasher of ASP.NET Core Identity, which also knows older hashes.</summary>
internal sealed class Penyandi
{
    private const int Putaran = 210_000;
    private readonly PasswordHasher<Akun> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Putaran }));
    private readonly Lazy<string> hashSiapaPun;

    public Penyandi() => hashSiapaPun = new(() => Hash(SandiSekali()));

    /// <summary>A password to be used once: four groups of letters and digits that cannot be confused, 80 random bits.</summary>
    public static string SandiSekali() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 4)));

    public string Hash(string sandi) => hasher.HashPassword(null!, AturanSandi.Normal(sandi));

    /// <summary>Whether it is the password; takes as long for a user that does not exist, so that nobody learns who does.</summary>
    public bool Cocok(Akun? akun, string sandi)
    {
        var cocok = hasher.VerifyHashedPassword(null!, akun?.SandiHash ?? hashSiapaPun.Value, AturanSandi.Normal(sandi)) != PasswordVerificationResult.Failed;
        return cocok && akun?.SandiHash is not null;
    }
}
