using System.Collections.Concurrent;
using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;

namespace Dukcapil.TestServices;

/// <summary>Carries what the service sends to itself, and keeps what it sends to others.</summary>
public sealed class Kurir(string layanan, bool sqlite) : ITransport
{
    /// <summary>Messages to other services, in the order they were sent.</summary>
    public ConcurrentQueue<(string Kepada, IMessage Pesan)> Terkirim { get; } = new();

    /// <summary>What it does not take for now.</summary>
    public Func<IMessage, bool>? Menolak { get; set; }

    /// <summary>The inbox of the service itself.</summary>
    internal Inbox? Inbox { get; set; }

    /// <inheritdoc/>
    public bool CountsAttemptsBeforehand => sqlite;

    /// <inheritdoc/>
    public async Task CarryAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var isi = (IMessage)JsonSerializer.Deserialize(message.Body, Routing.TypeOf(message.Type)!, MessageJson.Options)!;
        if (Menolak?.Invoke(isi) == true) throw new IOException("Kurir menolak.");
        if (message.Receiver != layanan) Terkirim.Enqueue((message.Receiver, isi));
        else if (Inbox is { } inbox) await inbox.ReceiveAsync(new IncomingMessage(message.Id, message.Sender, message.Sequence, null, isi), cancellationToken);
        else throw new InvalidOperationException("Belum mulai.");
    }
}
