using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace Dukcapil.ServiceDefaults.Auth;

/// <summary>
/// Bearer tokens (RFC 6750, RFC 9068): ES256 only, issuer, audience, life time and signature checked against the public key in
/// <c>Auth:PublicKeyFile</c> (PEM). No other algorithm, no unsigned token.
/// </summary>
internal static class BearerTokens
{
    public static void AddBearerTokens(this IHostApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetRequiredSection("Auth");
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.MapInboundClaims = false;
            options.TokenValidationParameters = new TokenValidationParameters
            {
                ValidIssuer = Required(settings, "Issuer"),
                ValidAudience = Required(settings, "Audience"),
                ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
                ValidTypes = ["at+jwt"],
                IssuerSigningKey = ReadKey(Required(settings, "PublicKeyFile")),
                NameClaimType = ClaimNames.Name,
                RoleClaimType = ClaimNames.Peran,
                ClockSkew = TimeSpan.FromSeconds(30),
            };
            options.Events = new JwtBearerEvents { OnChallenge = Problems.Masalah.TulisTanpaToken, OnForbidden = Problems.Masalah.TulisDilarang };
        });
        Izin.Tambahkan(builder.Services.AddAuthorizationBuilder());
    }

    private static ECDsaSecurityKey ReadKey(string file)
    {
#pragma warning disable CA2000 // The key lives as long as the process that validates with it.
        var key = ECDsa.Create();
#pragma warning restore CA2000
        key.ImportFromPem(File.ReadAllText(file));
        return new ECDsaSecurityKey(key);
    }

    private static string Required(IConfiguration section, string key) =>
        section[key] ?? throw new InvalidOperationException($"Setting Auth:{key} is missing.");
}
