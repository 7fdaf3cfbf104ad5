namespace Dukcapil.ServiceDefaults.Messaging;

/// <summary>Carries claimed outbox rows to their receivers: over RabbitMQ between processes, by a call within one.</summary>
public interface ITransport
{
    /// <summary>Whether a row counts an attempt, committed, before it is carried: needed where a crashing consumer takes the relay down with it.</summary>
    bool CountsAttemptsBeforehand { get; }

    /// <summary>Carries the rows. A row's task ends when the receiver's side has taken responsibility for it, and throws when not.</summary>
    Task CarryAsync(OutboxMessage message, CancellationToken cancellationToken);
}

/// <summary>The receiver found a fault in the message itself: trying again cannot help. The reason carries no personal data.</summary>
public sealed class MessageFaultException(string reason, Exception inner) : Exception(reason, inner);
