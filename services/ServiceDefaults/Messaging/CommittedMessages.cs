using System.Threading.Channels;

namespace Dukcapil.ServiceDefaults.Messaging;

/// <summary>
/// Messages that this process has committed and still has in memory: <see cref="OutboxDispatch"/> sends them without asking the database for them. Their rows
/// are reserved for that; what is not gone when the reservation ends (the process died, the broker is away) is for the <see cref="OutboxRelay"/> of any replica.
/// </summary>
public sealed class CommittedMessages(TimeProvider time)
{
    private const int Most = 10_000;
    private static readonly TimeSpan Reservation = TimeSpan.FromSeconds(5);

    // What finds no place is dropped here, and sent by the relay.
    private readonly Channel<OutboxMessage> messages = Channel.CreateBounded<OutboxMessage>(
        new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>Until when a row that is written now is this process's own.</summary>
    public DateTimeOffset ReservedUntil() => time.GetUtcNow() + Reservation;

    /// <summary>They are committed, and numbered.</summary>
    public void Add(IEnumerable<OutboxMessage> committed)
    {
        ArgumentNullException.ThrowIfNull(committed);
        foreach (var message in committed) messages.Writer.TryWrite(message);
    }

    /// <summary>The next, waited for; it may be too late for it (<see cref="IsReserved"/>).</summary>
    internal ValueTask<OutboxMessage> NextAsync(CancellationToken cancellationToken) => messages.Reader.ReadAsync(cancellationToken);

    /// <summary>The next, if there is one.</summary>
    internal OutboxMessage? Next() => messages.Reader.TryRead(out var message) ? message : null;

    /// <summary>Whether it is still this process's own.</summary>
    internal bool IsReserved(OutboxMessage message) => time.GetUtcNow() < message.NextAttemptAt;
}
