using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Database;

namespace Dukcapil.ServiceDefaults.Messaging;

/// <summary>
/// What a handler may add to <see cref="IHandle{T}"/>: it reads for all messages of a group at once what each will need, so that a group costs one
/// round trip and not one per message.
/// </summary>
/// <typeparam name="T">Message type.</typeparam>
public interface IPrefetch<in T>
    where T : IMessage
{
    /// <summary>Adds what reads ahead. Changes nothing.</summary>
    void Prefetch(IReadOnlyList<T> messages, SqlBatch batch);
}
