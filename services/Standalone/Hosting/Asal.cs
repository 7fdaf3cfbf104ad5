using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Dukcapil.Standalone.Hosting;

/// <summary>The origin of a Standalone installation: where it listens, under which address it issues tokens, and whether other machines can reach it.</summary>
/// <param name="Urls">Addresses to listen at, none with port 0.</param>
/// <param name="Issuer">Address of the issuer; <c>DUKCAPIL_Auth__Issuer</c> names the public one when a proxy stands before this process.</param>
/// <param name="HanyaMesinIni">Nobody but this machine can reach it.</param>
/// <param name="PenerbitSendiri">Our own issuer runs here (<c>DUKCAPIL_Identity__Aktif=false</c>: another one's tokens are accepted).</param>
internal sealed record Asal(string Urls, Uri Issuer, bool HanyaMesinIni, bool PenerbitSendiri)
{
    /// <summary>Reads addresses as <c>ASPNETCORE_URLS</c> has them, and the environment.</summary>
    public static Asal Dari(string urls)
    {
        var alamat = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(DenganPort).ToList();
        var issuer = Environment.GetEnvironmentVariable("DUKCAPIL_Auth__Issuer") is { Length: > 0 } publik ? new Uri(publik) : Bernama(alamat[0]);
        // A proxy on this machine makes a loopback address public; so the address by which it is known counts too.
        var hanyaMesinIni = alamat.TrueForAll(a => Loopback(a.Host)) && Loopback(issuer.Host);
        var sendiri = !string.Equals(Environment.GetEnvironmentVariable("DUKCAPIL_Identity__Aktif"), "false", StringComparison.OrdinalIgnoreCase);
        return new Asal(string.Join(';', alamat.Select(a => a.ToString())), issuer, hanyaMesinIni, sendiri);
    }

    /// <summary>Where services of this process find one another: its first address, by a name that this machine has.</summary>
    public Uri DariSini
    {
        get
        {
            var alamat = BindingAddress.Parse(Urls.Split(';')[0]);
            var setiap = !IPAddress.TryParse(alamat.Host.Trim('[', ']'), out var ip) ? alamat.Host != "localhost" : ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any);
            return new UriBuilder(alamat.Scheme, setiap ? "127.0.0.1" : alamat.Host, alamat.Port).Uri;
        }
    }

    // The issuer is part of every token, so its port must be known before it listens.
    private static BindingAddress DenganPort(string url)
    {
        var alamat = BindingAddress.Parse(url);
        if (alamat.Port != 0) return alamat;
        using var bebas = new TcpListener(IPAddress.Loopback, 0);
        bebas.Start();
        var port = ((IPEndPoint)bebas.LocalEndpoint).Port;
        bebas.Stop();
        return BindingAddress.Parse(string.Create(CultureInfo.InvariantCulture, $"{alamat.Scheme}://{alamat.Host}:{port}"));
    }

    // "Every address" is no address. The name differs from any loopback name, so that tokens made for this machine alone are worth nothing afterwards.
    private static Uri Bernama(BindingAddress alamat) => new UriBuilder(
        alamat.Scheme, IPAddress.TryParse(alamat.Host.Trim('[', ']'), out var ip) && !ip.Equals(IPAddress.Any) && !ip.Equals(IPAddress.IPv6Any) || alamat.Host == "localhost"
            ? alamat.Host
            : Dns.GetHostName(),
        alamat.Port).Uri;

    private static bool Loopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
