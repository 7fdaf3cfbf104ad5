using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Database;
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
            (services, messages, batch) => (services.GetRequiredService<IHandle<T>>() as IPrefetch<T>)?.Prefetch([.. messages.Cast<T>()], batch)));

    /// <summary>Calls the handler.</summary>
    public Task InvokeAsync(IServiceProvider services, IMessage message, CancellationToken cancellationToken) =>
        Of(message.GetType()).Handle(services, message, cancellationToken);

    /// <summary>Lets the handlers read ahead for a group.</summary>
    public void Prefetch(IServiceProvider services, IEnumerable<IMessage> messages, SqlBatch batch)
    {
        foreach (var group in messages.GroupBy(m => m.GetType())) Of(group.Key).Prefetch(services, group, batch);
    }

    private Entry Of(Type type) => handlers.GetValueOrDefault(type) ?? throw new InvalidOperationException($"This service takes no {type.Name}.");

    private sealed record Entry(
        Func<IServiceProvider, IMessage, CancellationToken, Task> Handle,
        Action<IServiceProvider, IEnumerable<IMessage>, SqlBatch> Prefetch);
}
