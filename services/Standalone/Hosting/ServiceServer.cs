using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Dukcapil.Standalone.Hosting;

/// <summary>The "server" of a service inside Standalone: it opens no port, and only offers the service's pipeline to <see cref="OneOriginServer"/>.</summary>
internal sealed class ServiceServer : IServer
{
    public HostedApplication? Application { get; private set; }

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        Application = HostedApplication.Wrap(application);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }
}
