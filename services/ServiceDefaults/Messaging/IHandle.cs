using Dukcapil.Contracts;

namespace Dukcapil.ServiceDefaults.Messaging;

/// <summary>
/// Applies one kind of message. Runs inside the inbox's transaction: what it adds to the <c>ServiceDb</c> commits together with the
/// message's number. It must not save or commit itself, and its effects carry their own unique key.
/// </summary>
/// <typeparam name="T">Message type.</typeparam>
public interface IHandle<in T>
    where T : IMessage
{
    /// <summary>Applies it.</summary>
    Task HandleAsync(T message, CancellationToken cancellationToken);
}
