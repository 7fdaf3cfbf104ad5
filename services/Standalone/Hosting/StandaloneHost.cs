using Dukcapil.Approval;
using Dukcapil.Contracts;
using Dukcapil.Gateway;
using Dukcapil.Gateway.Layar;
using Dukcapil.Identity;
using Dukcapil.Intake;
using Dukcapil.Registry;
using Dukcapil.ServiceDefaults.Messaging.InProcess;
using Dukcapil.Studio;
using Dukcapil.Workflow;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Dukcapil.Standalone.Hosting;

/// <summary>All services in one process, behind one origin, on one data folder.</summary>
internal sealed class StandaloneHost : IAsyncDisposable
{
    private static readonly IReadOnlyDictionary<string, Func<WebApplicationBuilder, WebApplication>> Services =
        new Dictionary<string, Func<WebApplicationBuilder, WebApplication>>
        {
            [ServiceNames.Intake] = IntakeService.Build,
            [ServiceNames.Approval] = ApprovalService.Build,
            [ServiceNames.Registry] = RegistryService.Build,
            [ServiceNames.Workflow] = WorkflowService.Build,
        };

    private readonly List<WebApplication> applications = [];
    private readonly Dictionary<string, ServiceServer> servers = [];
    private readonly InProcessBus bus = new();
    private readonly DataFolder data;
    private readonly WebApplication front;

    private StandaloneHost(DataFolder data, Asal asal)
    {
        this.data = data;
        Asal = asal;
        // Another issuer takes the place of ours: then its keys come by discovery, as in the distributed mode.
        var issuer = asal.PenerbitSendiri ? Add(ServiceNames.Identity, IdentityService.Build) : null;
        foreach (var (service, build) in Services)
        {
            Add(service, build, services =>
            {
                services.AddSingleton(bus);
                if (issuer is not null)
                    services.AddSingleton<IConfigurationManager<OpenIdConnectConfiguration>>(_ => issuer.Services.GetRequiredService<IConfigurationManager<OpenIdConnectConfiguration>>());
            });
        }
        front = Front(asal.Urls, servers);
        // Streams end when their service stops, and the port closes only when they have ended.
        front.Lifetime.ApplicationStopping.Register(() => applications.ForEach(a => a.Lifetime.StopApplication()));
    }

    /// <summary>Where it listens, and who may reach it.</summary>
    public Asal Asal { get; }

    /// <summary>Endpoints of all services, for <c>-- izin</c>.</summary>
    public IEnumerable<EndpointDataSource> Endpoints => applications.SelectMany(a => ((IEndpointRouteBuilder)a).DataSources);

    /// <summary>Where it listens.</summary>
    public Uri Address => new(front.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    /// <summary>Everything, not started.</summary>
    public static StandaloneHost Build(DataFolder data, string urls) => new(data, Asal.Dari(urls));

    /// <summary>Starts everything; the port opens last, so that the first request finds all services up.</summary>
    public static async Task<StandaloneHost> StartAsync(DataFolder data, string urls, CancellationToken cancellationToken = default)
    {
        var host = Build(data, urls);
        // Each on a thread of its own: SQLite never waits, so one after another would use one core only.
        await Task.WhenAll(host.applications.Select(a => Task.Run(() => a.StartAsync(cancellationToken), cancellationToken)));
        await host.front.StartAsync(cancellationToken);
        return host;
    }

    /// <summary>Runs until the process is asked to stop.</summary>
    public Task WaitForShutdownAsync() => front.WaitForShutdownAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // The port closes first, so that no request meets a service that is gone.
        await front.StopAsync();
        await front.DisposeAsync();
        // All stop before any is disposed of: a relay that still runs would deliver into a disposed service, and park the message as its own fault.
        foreach (var application in applications) await application.StopAsync();
        foreach (var application in applications) await application.DisposeAsync();
    }

    private WebApplication Add(string service, Func<WebApplicationBuilder, WebApplication> build, Action<IServiceCollection>? given = null)
    {
        var builder = NewBuilder();
        builder.Configuration.AddInMemoryCollection(data.Settings(service, Asal)).AddEnvironmentVariables("DUKCAPIL_");
        given?.Invoke(builder.Services);
        builder.Services.AddSingleton<IServer>(servers[service] = new ServiceServer());
        var application = build(builder);
        applications.Add(application);
        return application;
    }

    private static WebApplication Front(string urls, IReadOnlyDictionary<string, ServiceServer> servers)
    {
        var builder = NewBuilder();
        builder.Configuration.AddEnvironmentVariables("DUKCAPIL_");
        builder.WebHost.UseUrls(urls);
        var kestrel = builder.Services.Last(s => s.ServiceType == typeof(IServer)).ImplementationType!;
        builder.Services.AddSingleton<IServer>(services => new OneOriginServer((IServer)ActivatorUtilities.CreateInstance(services, kestrel), servers));
        builder.Services.AddHealthChecks();
        var app = builder.Build();
        app.MapHealthChecks("/health/live");
        app.MapHealthChecks("/health/ready");
        app.MapFrontPage();
        app.MapLayar();
        app.MapStudio();
        return app;
    }

    private static WebApplicationBuilder NewBuilder()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // The front page's host announces the address; the services have none.
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.None);
        return builder;
    }
}
