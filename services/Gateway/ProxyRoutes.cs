using Dukcapil.Contracts;
using Yarp.ReverseProxy.Configuration;

namespace Dukcapil.Gateway;

/// <summary>The table of public paths as routes of the reverse proxy.</summary>
internal static class ProxyRoutes
{
    public static IReadOnlyList<RouteConfig> Routes() =>
    [
        .. PublicPaths.Table.Select(row => new RouteConfig
        {
            RouteId = row.Prefix,
            ClusterId = row.Service,
            Match = new RouteMatch { Path = row.Prefix + (row.Prefix.EndsWith(".json", StringComparison.Ordinal) ? "" : "/{**rest}") },
        }),
    ];

    public static IReadOnlyList<ClusterConfig> Clusters(IConfiguration configuration) =>
    [
        .. ServiceNames.All.Select(service => new ClusterConfig
        {
            ClusterId = service,
            Destinations = new Dictionary<string, DestinationConfig>
            {
                [service] = new() { Address = configuration[$"Services:{service}"] ?? throw new InvalidOperationException($"Setting Services:{service} is missing.") },
            },
        }),
    ];
}
