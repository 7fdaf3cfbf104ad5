using Dukcapil.Contracts;

namespace Dukcapil.ServiceDefaults.Messaging;

/// <summary>A message on its way to one receiver. The row lives until the receiver's broker queue (or inbox, in one process) has it.</summary>
public sealed class OutboxMessage
{
    /// <summary>Message id (UUID v7: sorts by time).</summary>
    public Guid Id { get; init; }

    /// <summary>Service that wrote it first; differs from the owner of the table only for a released held message.</summary>
    public required string Sender { get; init; }

    /// <summary>Service that shall apply it.</summary>
    public required string Receiver { get; init; }

    /// <summary>The application.</summary>
    public Guid Stream { get; init; }

    /// <summary>Number within sender, receiver and application, from 1 without gaps. 0 until the database's trigger has numbered the row.</summary>
    public long Sequence { get; set; }

    /// <summary>Name of the message type in Contracts.</summary>
    public required string Type { get; init; }

    /// <summary>JSON of the message.</summary>
    public required string Body { get; init; }

    /// <summary>What <see cref="Body"/> says, while the process that wrote it still has it.</summary>
    public IMessage? Content { get; init; }

    /// <summary>W3C trace context of the unit of work that wrote it.</summary>
    public string? TraceParent { get; init; }

    /// <summary>How often sending (in one process: delivering) was begun.</summary>
    public int Attempts { get; set; }

    /// <summary>Not before this moment, except by the process that wrote it (<see cref="CommittedMessages"/>).</summary>
    public DateTimeOffset NextAttemptAt { get; set; } = DateTimeOffset.UnixEpoch;

    /// <summary>Set when it is parked (in one process): the reason, without personal data. Null otherwise.</summary>
    public string? ParkedBecause { get; set; }
}
