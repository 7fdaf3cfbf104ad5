using Dukcapil.ServiceDefaults.Auth;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Dukcapil.Identity.Kunci;

/// <summary>The issuer's own view of its keys, for whoever checks tokens in the same process: what its JWKS says, without asking itself over HTTP.</summary>
public sealed class KunciSendiri(CincinKunci cincin, PenerbitToken penerbit) : IConfigurationManager<OpenIdConnectConfiguration>
{
    /// <inheritdoc/>
    public Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        var isi = new OpenIdConnectConfiguration { Issuer = penerbit.Issuer };
        foreach (var kunci in cincin.Penanda) isi.SigningKeys.Add(new ECDsaSecurityKey(kunci.Pasangan) { KeyId = kunci.Id });
        return Task.FromResult(isi);
    }

    /// <inheritdoc/>
    public void RequestRefresh()
    {
        // Always current.
    }
}
