using Dukcapil.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.ServiceDefaults.Messaging;

/// <summary>Which messages this service takes, and how each reaches its handler.</summary>
public sealed class HandlerMap
{
    private readonly Dictionary<Type, Func<IServiceProvider, IMessage, CancellationToken, Task>> handlers = [];

    /// <summary>Message types taken here.</summary>
    public IEnumerable<Type> MessageTypes => handlers.Keys;

    /// <summary>Adds one. Exactly one handler per message type.</summary>
    public void Add<T>()
        where T : IMessage =>
        handlers.Add(typeof(T), (services, message, token) => services.GetRequiredService<IHandle<T>>().HandleAsync((T)message, token));

    /// <summary>Calls the handler.</summary>
    public Task InvokeAsync(IServiceProvider services, IMessage message, CancellationToken cancellationToken) =>
        handlers.TryGetValue(message.GetType(), out var handler)
            ? handler(services, message, cancellationToken)
            : throw new InvalidOperationException($"This service takes no {message.GetType().Name}.");
}
