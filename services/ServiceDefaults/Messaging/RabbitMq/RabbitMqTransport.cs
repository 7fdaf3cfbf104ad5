using System.Diagnostics;
using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Telemetry;
using MassTransit;

namespace Dukcapil.ServiceDefaults.Messaging.RabbitMq;

/// <summary>
/// Sends an outbox row to its receiver's exchange with publisher confirm and <c>mandatory</c>: a message that no queue takes comes back
/// as an exception and stays in the outbox, instead of vanishing.
/// </summary>
public sealed class RabbitMqTransport(IBus bus) : ITransport
{
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public bool CountsAttemptsBeforehand => false;

    /// <inheritdoc/>
    public async Task CarryAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        using var span = Spans.StartSend(message);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(SendTimeout);
        var type = Routing.TypeOf(message.Type) ?? throw new InvalidOperationException($"Unknown message type {message.Type}.");
        var content = message.Content ?? JsonSerializer.Deserialize(message.Body, type, MessageJson.Options)!;

        // exchange:, never queue: — sending to queue: would create a classic queue of that name and the message would lie there unseen.
        var endpoint = await bus.GetSendEndpoint(new Uri($"exchange:{Endpoints.QueueOf(message.Receiver)}"));
        await endpoint.Send(content, type, Pipe.Execute<SendContext>(context =>
        {
            context.MessageId = message.Id;
            context.CorrelationId = message.Stream;
            context.Headers.Set(Headers.Sender, message.Sender);
            context.Headers.Set(Headers.Sequence, message.Sequence);
            context.Headers.Set(Headers.TraceParent, Activity.Current?.Id ?? message.TraceParent);
            context.GetPayload<RabbitMqSendContext>().Mandatory = true;
        }), timeout.Token);
    }
}
