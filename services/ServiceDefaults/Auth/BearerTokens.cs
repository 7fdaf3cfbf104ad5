using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Dukcapil.ServiceDefaults.Auth;

/// <summary>
/// Bearer tokens (RFC 6750, RFC 9068) of the one issuer in section <c>Auth</c>: issuer, audience, life time, type, algorithm and signature are checked.
/// Its keys come by discovery, unless the host was given them (the issuer itself, and Standalone, which has it in the same process).
/// </summary>
internal static class BearerTokens
{
    public static void AddBearerTokens(this IHostApplicationBuilder builder)
    {
        var penerbit = new PenerbitToken(builder.Configuration);
        builder.Services.AddSingleton(penerbit);
        builder.Services.TryAddSingleton<IConfigurationManager<OpenIdConnectConfiguration>, KunciPenerbit>();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.MapInboundClaims = false;
            options.TokenValidationParameters = new TokenValidationParameters
            {
                ValidIssuers = penerbit.SemuaIssuer,
                ValidAudience = penerbit.Audience,
                ValidAlgorithms = penerbit.Algoritma,
                ValidTypes = penerbit.JenisToken,
                NameClaimType = ClaimNames.Name,
                RoleClaimType = ClaimNames.Peran,
                ClockSkew = TimeSpan.FromSeconds(30),
            };
            options.Events = new JwtBearerEvents
            {
                OnTokenValidated = context =>
                {
                    if (PetaKlaim.Petakan(context.Principal!, penerbit.Klaim) is { } principal) context.Principal = principal;
                    else context.Fail("The token does not say whose it is.");
                    return Task.CompletedTask;
                },
                OnChallenge = Masalah.TulisTanpaToken,
                OnForbidden = Masalah.TulisDilarang,
            };
        });
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<IConfigurationManager<OpenIdConnectConfiguration>>((options, kunci) => options.ConfigurationManager = kunci);
        builder.Services.AddHostedService<PemanasKunci>();
        builder.Services.AddAuthorizationBuilder().TutupYangTidakDinyatakan();
    }
}
