using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace Dukcapil.Identity.Kunci;

/// <summary>Gives the keys of the ring to OpenIddict, and makes it read them again when the ring has changed.</summary>
internal sealed class KunciOpenIddict(CincinKunci cincin) : IConfigureOptions<OpenIddictServerOptions>, IOptionsChangeTokenSource<OpenIddictServerOptions>
{
    public string? Name => Options.DefaultName;

    public void Configure(OpenIddictServerOptions options)
    {
        // The first signs; all are published.
        foreach (var kunci in cincin.Penanda)
            options.SigningCredentials.Add(new SigningCredentials(new ECDsaSecurityKey(kunci.Pasangan) { KeyId = kunci.Id }, SecurityAlgorithms.EcdsaSha256));
        foreach (var kunci in cincin.Penyandi)
            options.EncryptionCredentials.Add(new EncryptingCredentials(kunci, SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
    }

    public IChangeToken GetChangeToken() => cincin.Perubahan;
}
