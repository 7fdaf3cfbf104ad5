using Dukcapil.Contracts;
using Yarp.ReverseProxy.Configuration;

namespace Dukcapil.Gateway;

/// <summary>The table of public paths as routes of the reverse proxy.</summary>
internal static class ProxyRoutes
{
    public static IReadOnlyList<RouteConfig> Routes(IConfiguration configuration) =>
    [
        .. PublicPaths.Table.Where(row => ServiceNames.All.Contains(row.Service) || Alamat(configuration, row.Service) is not null).Select(row => new RouteConfig
        {
            RouteId = row.Prefix,
            ClusterId = row.Service,
            Match = new RouteMatch { Path = row.Prefix + (row.Prefix.EndsWith(".json", StringComparison.Ordinal) ? "" : "/{**rest}") },
        }),
    ];

    public static IReadOnlyList<ClusterConfig> Clusters(IConfiguration configuration) =>
    [
        .. ServiceNames.WithApi.Where(service => ServiceNames.All.Contains(service) || Alamat(configuration, service) is not null).Select(service => new ClusterConfig
        {
            ClusterId = service,
            Destinations = new Dictionary<string, DestinationConfig>
            {
                [service] = new() { Address = Alamat(configuration, service) ?? throw new InvalidOperationException($"Setting Services:{service} is missing.") },
            },
        }),
    ];

    // Identity may be left out: then another issuer's tokens are accepted, and its paths lead nowhere here.
    private static string? Alamat(IConfiguration configuration, string service) => configuration[$"Services:{service}"];
}
