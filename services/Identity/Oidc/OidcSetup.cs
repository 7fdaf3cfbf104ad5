using Dukcapil.Identity.Database;
using Dukcapil.Identity.Kunci;
using Dukcapil.ServiceDefaults.Auth;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;

namespace Dukcapil.Identity.Oidc;

/// <summary>
/// OAuth 2 and OpenID Connect by OpenIddict: authorization code with PKCE for people, client credentials for systems, refresh tokens that change at every
/// use. Access tokens are JWTs signed with ES256 (RFC 9068); codes and refresh tokens are encrypted and stand in the database.
/// </summary>
internal static class OidcSetup
{
    private static readonly TimeSpan TokenAkses = TimeSpan.FromMinutes(15), TokenSegar = TimeSpan.FromHours(12), Kode = TimeSpan.FromMinutes(2);

    public static void AddOidc(this IServiceCollection services, PenerbitToken penerbit)
    {
        services.AddSingleton<KunciOpenIddict>();
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>>(s => s.GetRequiredService<KunciOpenIddict>());
        services.AddSingleton<IOptionsChangeTokenSource<OpenIddictServerOptions>>(s => s.GetRequiredService<KunciOpenIddict>());
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<IdentityDb>().ReplaceDefaultEntities<Guid>())
            .AddServer(server =>
            {
                server.SetIssuer(new Uri(penerbit.Issuer));
                server.SetConfigurationEndpointUris(".well-known/openid-configuration", ".well-known/oauth-authorization-server")
                    .SetJsonWebKeySetEndpointUris(".well-known/jwks")
                    .SetAuthorizationEndpointUris("connect/authorize")
                    .SetTokenEndpointUris("connect/token")
                    .SetRevocationEndpointUris("connect/revoke")
                    .SetUserInfoEndpointUris("connect/userinfo")
                    .SetEndSessionEndpointUris("connect/keluar");
                server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
                server.AllowRefreshTokenFlow();
                server.AllowClientCredentialsFlow();
                server.AllowCustomFlow(PetugasContohGrant.Nama);
                server.RegisterScopes([OpenIddictConstants.Scopes.OpenId, OpenIddictConstants.Scopes.OfflineAccess, .. Lingkup.Semua]);
                server.RegisterClaims(ClaimNames.Subject, ClaimNames.Name, ClaimNames.Kantor, ClaimNames.Peran);
                server.SetAccessTokenLifetime(TokenAkses).SetIdentityTokenLifetime(TokenAkses).SetRefreshTokenLifetime(TokenSegar).SetAuthorizationCodeLifetime(Kode);
                // A refresh token that comes a second time was copied: OpenIddict then revokes everything that came of this login.
                server.SetRefreshTokenReuseLeeway(TimeSpan.Zero);
                // Any of our services reads the access token; it holds nothing that its bearer may not know.
                server.DisableAccessTokenEncryption();
                server.UseAspNetCore()
                    .EnableAuthorizationEndpointPassthrough()
                    .EnableTokenEndpointPassthrough()
                    .EnableUserInfoEndpointPassthrough()
                    .EnableEndSessionEndpointPassthrough()
                    // TLS ends before us, at the gateway or at its proxy.
                    .DisableTransportSecurityRequirement();
            });
        services.Configure<OpenIddictServerOptions>(options =>
        {
            // The challenge itself as verifier proves nothing (RFC 7636 section 7.2).
            options.CodeChallengeMethods.Remove(OpenIddictConstants.CodeChallengeMethods.Plain);
        });
    }
}
