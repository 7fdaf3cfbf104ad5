using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Messaging.InProcess;

namespace Dukcapil.Messaging.Peer;

/// <summary>A service that has nothing but outbox and inbox: what is under test, and a handler that does as the message tells it.</summary>
internal static class Peer
{
    public static WebApplication Build(string service, InProcessBus? bus, bool listens)
    {
        var builder = WebApplication.CreateBuilder();
        if (bus is not null)
        {
            builder.Services.AddSingleton(bus);
            var file = Path.Combine(Environment.GetEnvironmentVariable("PEER_DATA")!, service + ".db");
            builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:Database", $"Data Source={file}")]);
        }
        if (!listens) builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults<PeerDb, PeerDbSqlite>(service);
        builder.Services.AddHandler<TandaBuktiTerbit, Obey>();
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService, CreateSchema>());
        var app = builder.Build();
        app.UseServiceDefaults();
        return app;
    }
}
