using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Dukcapil.ServiceDefaults.Auth;

/// <summary>
/// Keys of the issuer by OIDC discovery, kept and renewed in the background. Fetched with the first token, so start order does not matter; an issuer
/// that is away later does not matter either: the last keys stay. A token with an unknown key asks for new ones, at most every ten seconds.
/// </summary>
internal sealed class KunciPenerbit : IConfigurationManager<OpenIdConnectConfiguration>, IDisposable
{
    private static readonly TimeSpan Perbarui = TimeSpan.FromMinutes(10), PalingSering = TimeSpan.FromSeconds(10), BatasTunggu = TimeSpan.FromSeconds(10);
    private readonly HttpClient http = new() { Timeout = BatasTunggu };
    private readonly ConfigurationManager<OpenIdConnectConfiguration> dalam;

    public KunciPenerbit(PenerbitToken penerbit) => dalam = new(
        penerbit.Metadata.AbsoluteUri, new Pembaca(penerbit),
        // A document over TLS must not lead to keys without it; inside one's own network the operator may name an address without TLS.
        new HttpDocumentRetriever(http) { RequireHttps = penerbit.Metadata.Scheme == Uri.UriSchemeHttps })
    {
        AutomaticRefreshInterval = Perbarui,
        RefreshInterval = PalingSering,
    };

    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        try
        {
            return await dalam.GetConfigurationAsync(cancel);
        }
        catch (InvalidOperationException e)
        {
            throw new PenerbitTidakTerjangkauException(e);
        }
    }

    public void RequestRefresh() => dalam.RequestRefresh();

    public void Dispose() => http.Dispose();

    private sealed class Pembaca(PenerbitToken penerbit) : IConfigurationRetriever<OpenIdConnectConfiguration>
    {
        public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(string address, IDocumentRetriever retriever, CancellationToken cancel)
        {
            var isi = await OpenIdConnectConfigurationRetriever.GetAsync(address, retriever, cancel);
            // OIDC Discovery section 4.3: a document of somebody else must not decide whose tokens we take.
            return penerbit.SemuaIssuer.Contains(isi.Issuer)
                ? isi
                : throw new InvalidOperationException($"The discovery document at {address} is of {isi.Issuer}, not of {penerbit.Issuer}.");
        }
    }
}

/// <summary>The issuer has not answered since this service started, so no token can be checked. The caller gets 503.</summary>
public sealed class PenerbitTidakTerjangkauException(Exception inner) : Exception("The issuer of tokens cannot be reached.", inner);
