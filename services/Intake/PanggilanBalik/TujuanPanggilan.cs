using System.Net;
using System.Net.Sockets;

namespace Dukcapil.Intake.PanggilanBalik;

/// <summary>
/// Where calls may go: public addresses only, and what the office allows besides (<c>PanggilanBalik:Jaringan</c>, CIDR; <c>PanggilanBalik:BolehHttp</c>).
/// Looked at when a connection is made, on the address it is made to: a name that answers otherwise the second time gains nothing.
/// </summary>
public sealed class TujuanPanggilan
{
    // RFC 6890 and its registries: loopback, private, link-local, shared, documentation, benchmarking, multicast, reserved, translations of IPv4.
    private static readonly IPNetwork[] Tertutup =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::1/128", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    private readonly IPNetwork[] diizinkan;
    private readonly bool bolehHttp;

    /// <summary>Reads what the office allows besides.</summary>
    public TujuanPanggilan(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        diizinkan = [.. configuration.GetSection("PanggilanBalik:Jaringan").GetChildren().Select(c => IPNetwork.Parse(c.Value!))];
        bolehHttp = configuration.GetValue("PanggilanBalik:BolehHttp", false);
    }

    /// <summary>Why this address cannot be subscribed with; null when it can.</summary>
    public string? Tolak(string? alamat)
    {
        if (!Uri.TryCreate(alamat, UriKind.Absolute, out var uri) || alamat.Length > 500) return "Bukan alamat yang lengkap, atau lebih dari 500 karakter.";
        if (uri.Scheme != Uri.UriSchemeHttps && !(bolehHttp && uri.Scheme == Uri.UriSchemeHttp)) return "Harus https.";
        if (uri.UserInfo.Length > 0) return "Tidak boleh memuat nama pengguna atau sandi.";
        if (uri.Fragment.Length > 0) return "Tidak boleh memuat bagian sesudah tanda #.";
        return IPAddress.TryParse(uri.IdnHost.Trim('[', ']'), out var ip) && !Boleh(ip) ? "Alamat jaringan dalam atau khusus tidak diizinkan." : null;
    }

    /// <summary>Whether calls may go to this address.</summary>
    public bool Boleh(IPAddress ip)
    {
        ArgumentNullException.ThrowIfNull(ip);
        var alamat = ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip;
        return diizinkan.Any(j => j.Contains(alamat)) || !Tertutup.Any(j => j.Contains(alamat));
    }

    /// <summary>Makes the calls: no redirects, no proxy of the environment, no cookies.</summary>
    public SocketsHttpHandler Penghubung() => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxResponseHeadersLength = 16,
        ConnectCallback = HubungkanAsync,
    };

    private async ValueTask<Stream> HubungkanAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var semua = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        var boleh = semua.Where(Boleh).ToArray();
        if (boleh.Length == 0) throw new TujuanDilarangException();
#pragma warning disable CA2000 // The stream that is given away owns it.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
#pragma warning restore CA2000
        try
        {
            await socket.ConnectAsync(boleh, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>All addresses of a name are such that calls may not go there.</summary>
public sealed class TujuanDilarangException : Exception;
