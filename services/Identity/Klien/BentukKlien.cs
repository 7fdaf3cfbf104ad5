using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Dukcapil.Identity.Klien;

/// <summary>The two kinds of clients, with exactly what each needs.</summary>
internal static class BentukKlien
{
    /// <summary>A system: client credentials with these scopes. It proves itself with a secret or with its own key (private_key_jwt).</summary>
    public static OpenIddictApplicationDescriptor Sistem(string id, string nama, IEnumerable<string> lingkup)
    {
        var klien = new OpenIddictApplicationDescriptor { ClientId = id, DisplayName = nama, ClientType = ClientTypes.Confidential, ConsentType = ConsentTypes.Implicit };
        klien.Permissions.UnionWith([Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials, .. lingkup.Select(l => Permissions.Prefixes.Scope + l)]);
        return klien;
    }

    /// <summary>A program that people use: authorization code with PKCE, no secret, these addresses only. No consent is asked, because the office has registered it.</summary>
    public static OpenIddictApplicationDescriptor Aplikasi(string id, string nama, IEnumerable<string> alamatKembali, IEnumerable<string> alamatKeluar)
    {
        var klien = new OpenIddictApplicationDescriptor { ClientId = id, DisplayName = nama, ClientType = ClientTypes.Public, ConsentType = ConsentTypes.Implicit };
        klien.RedirectUris.UnionWith(alamatKembali.Select(a => new Uri(a)));
        klien.PostLogoutRedirectUris.UnionWith(alamatKeluar.Select(a => new Uri(a)));
        klien.Permissions.UnionWith(
        [
            Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.Revocation, Permissions.Endpoints.EndSession,
            Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code,
        ]);
        klien.Requirements.Add(Requirements.Features.ProofKeyForCodeExchange);
        return klien;
    }

    /// <summary>Whether it is a system.</summary>
    public static bool AdalahSistem(OpenIddictApplicationDescriptor klien) => klien.ClientType == ClientTypes.Confidential;
}
