using System.Collections.Concurrent;

namespace Dukcapil.ServiceDefaults.Messaging.InProcess;

/// <summary>The meeting point of services that live in one process: each announces its inbox under its name.</summary>
public sealed class InProcessBus
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Inbox>> inboxes = new();

    /// <summary>Announces a service.</summary>
    public void Announce(string service, Inbox inbox) => Of(service).TrySetResult(inbox);

    /// <summary>The receiver's inbox; waits for a receiver that is still starting.</summary>
    internal Task<Inbox> FindAsync(string service, CancellationToken cancellationToken) => Of(service).Task.WaitAsync(cancellationToken);

    private TaskCompletionSource<Inbox> Of(string service) =>
        inboxes.GetOrAdd(service, _ => new TaskCompletionSource<Inbox>(TaskCreationOptions.RunContinuationsAsynchronously));
}
