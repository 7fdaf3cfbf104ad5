using System.Collections.Concurrent;

namespace Dukcapil.ServiceDefaults.Messaging.InProcess;

/// <summary>The meeting point of services that live in one process: each announces its inbox under its name.</summary>
public sealed class InProcessBus
{
    private readonly ConcurrentDictionary<string, Inbox> inboxes = new();

    /// <summary>Announces a service.</summary>
    public void Announce(string service, Inbox inbox) => inboxes[service] = inbox;

    /// <summary>The receiver's inbox. A receiver that is not up yet counts as unreachable: the row stays in the outbox.</summary>
    internal Inbox Find(string service) =>
        inboxes.TryGetValue(service, out var inbox) ? inbox : throw new InvalidOperationException($"Service {service} is not up.");
}
