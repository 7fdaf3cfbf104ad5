using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Telemetry;

namespace Dukcapil.ServiceDefaults.Messaging.InProcess;

/// <summary>
/// Delivers an outbox row by calling the receiver's inbox. The row is deleted only after the receiver has committed.
/// Attempts are counted on disk beforehand: a message that takes the process down must not stop every restart.
/// </summary>
public sealed class InProcessTransport(InProcessBus bus) : ITransport
{
    /// <inheritdoc/>
    public bool CountsAttemptsBeforehand => true;

    /// <inheritdoc/>
    public async Task CarryAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        using var span = Spans.StartSend(message);
        var inbox = await bus.FindAsync(message.Receiver, cancellationToken);
        try
        {
            var type = Routing.TypeOf(message.Type) ?? throw new InvalidOperationException($"Unknown message type {message.Type}.");
            var content = (IMessage)JsonSerializer.Deserialize(message.Body, type, MessageJson.Options)!;
            await inbox.ReceiveAsync(new IncomingMessage(message.Id, message.Sender, message.Sequence, span?.Id ?? message.TraceParent, content), cancellationToken);
        }
        catch (Exception e) when (e is not (OperationCanceledException or ObjectDisposedException))
        {
            throw new MessageFaultException($"{e.GetType().Name} saat menerapkan {message.Type} di {message.Receiver}.", e);
        }
    }
}
