using Dukcapil.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.ServiceDefaults.Messaging;

/// <summary>Which messages this service takes, and how each reaches its handler.</summary>
public sealed class HandlerMap
{
    private readonly Dictionary<Type, Entry> handlers = [];

    /// <summary>Message types taken here.</summary>
    public IEnumerable<Type> MessageTypes => handlers.Keys;

    /// <summary>Adds one. Exactly one handler per message type.</summary>
    public void Add<T>()
        where T : IMessage =>
        handlers.Add(typeof(T), new(
            (services, message, token) => services.GetRequiredService<IHandle<T>>().HandleAsync((T)message, token),
            (services, messages, token) => services.GetRequiredService<IHandle<T>>() is IPrefetch<T> handler
                ? handler.PrefetchAsync([.. messages.Cast<T>()], token)
                : Task.CompletedTask));

    /// <summary>Calls the handler.</summary>
    public Task InvokeAsync(IServiceProvider services, IMessage message, CancellationToken cancellationToken) =>
        Of(message.GetType()).Handle(services, message, cancellationToken);

    /// <summary>Lets the handlers read ahead for a group.</summary>
    public async Task PrefetchAsync(IServiceProvider services, IEnumerable<IMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var group in messages.GroupBy(m => m.GetType())) await Of(group.Key).Prefetch(services, group, cancellationToken);
    }

    private Entry Of(Type type) => handlers.GetValueOrDefault(type) ?? throw new InvalidOperationException($"This service takes no {type.Name}.");

    private sealed record Entry(
        Func<IServiceProvider, IMessage, CancellationToken, Task> Handle,
        Func<IServiceProvider, IEnumerable<IMessage>, CancellationToken, Task> Prefetch);
}
