using Dukcapil.Contracts;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Dukcapil.Standalone.Hosting;

/// <summary>
/// Kestrel with one difference: a request whose path belongs to a service goes straight into that service's pipeline. The services keep their own
/// hosts, dependency injection and settings, and do not know that they share a process.
/// </summary>
internal sealed class OneOriginServer(IServer kestrel, IReadOnlyDictionary<string, ServiceServer> services) : IServer
{
    public IFeatureCollection Features => kestrel.Features;

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull =>
        kestrel.StartAsync(new Dispatcher(HostedApplication.Wrap(application), services), cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => kestrel.StopAsync(cancellationToken);

    public void Dispose() => kestrel.Dispose();

    private sealed class Dispatcher(HostedApplication front, IReadOnlyDictionary<string, ServiceServer> services) : HostedApplication
    {
        public override Request CreateContext(IFeatureCollection contextFeatures)
        {
            // Decoded already; the implicit conversion would decode once more.
            var path = new PathString(contextFeatures.GetRequiredFeature<IHttpRequestFeature>().Path);
            foreach (var (prefix, service) in PublicPaths.Table)
            {
                if (path.StartsWithSegments(prefix) && services.TryGetValue(service, out var server) && server.Application is { } application) return application.CreateContext(contextFeatures);
            }
            return front.CreateContext(contextFeatures);
        }
    }
}
