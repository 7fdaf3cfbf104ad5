using System.Security.Claims;
using System.Security.Cryptography;
using Dukcapil.ServiceDefaults.Auth;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Dukcapil.Standalone.Hosting;

/// <summary>Makes access tokens (RFC 9068) with the key of the data folder, for officers, operators and client systems of a Standalone installation.</summary>
internal static class Tokens
{
    public const string Issuer = "https://standalone.dukcapil.invalid";
    public const string Audience = "dukcapil";

    public static string ForOfficer(ECDsa key, string id, string name, string kantor, params string[] peran) =>
        Create(key, [new(ClaimNames.Subject, id), new(ClaimNames.Name, name), new(ClaimNames.Kantor, kantor), .. peran.Select(p => new Claim(ClaimNames.Peran, p))]);

    /// <summary>A client system: scopes instead of roles.</summary>
    public static string ForClient(ECDsa key, string id, string scope) => Create(key, [new(ClaimNames.Subject, id), new(ClaimNames.Scope, scope)]);

    private static string Create(ECDsa key, Claim[] claims) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = Audience,
        TokenType = "at+jwt",
        Subject = new ClaimsIdentity(claims),
        Expires = DateTime.UtcNow.AddHours(12),
        SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(key), SecurityAlgorithms.EcdsaSha256)
        {
            // A cached provider would sign the next token with this key object, which its owner disposes of.
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        },
    });
}
