using Dukcapil.ServiceDefaults.Auth;

namespace Dukcapil.Identity.Oidc;

/// <summary>
/// A request that came through the gateway was sent to the issuer's public address. The setting says which that is; the header says only that it came that
/// way, so nobody can make up a host. A request from inside keeps its own, and so gets addresses inside (discovery, keys).
/// </summary>
internal static class AlamatPublik
{
    public static void UseAlamatPublik(this WebApplication app, PenerbitToken penerbit)
    {
        var publik = new Uri(penerbit.Issuer);
        var host = publik.IsDefaultPort ? new HostString(publik.Host) : new HostString(publik.Host, publik.Port);
        app.Use((http, next) =>
        {
            if (http.Request.Headers.ContainsKey("X-Forwarded-Host")) (http.Request.Scheme, http.Request.Host) = (publik.Scheme, host);
            return next(http);
        });
    }
}
