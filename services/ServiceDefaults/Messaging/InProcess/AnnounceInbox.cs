using Microsoft.Extensions.Hosting;

namespace Dukcapil.ServiceDefaults.Messaging.InProcess;

/// <summary>Makes this service reachable for the others in the process once its database is up to date.</summary>
internal sealed class AnnounceInbox(InProcessBus bus, Inbox inbox, ServiceIdentity identity) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        bus.Announce(identity.Name, inbox);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
