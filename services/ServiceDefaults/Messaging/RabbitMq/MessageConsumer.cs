using Dukcapil.Contracts;
using MassTransit;

namespace Dukcapil.ServiceDefaults.Messaging.RabbitMq;

/// <summary>Hands a message from MassTransit to the inbox. MassTransit acknowledges it when this returns, which is after the commit.</summary>
/// <typeparam name="T">Message type.</typeparam>
public sealed class MessageConsumer<T>(Inbox inbox) : IConsumer<T>
    where T : class, IMessage
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<T> context) =>
        inbox.ReceiveAsync(
            new IncomingMessage(
                context.MessageId ?? throw new InvalidOperationException("A message without id."),
                context.Headers.Get<string>(Headers.Sender) ?? throw new InvalidOperationException("A message without sender."),
                context.Headers.Get<long>(Headers.Sequence) ?? throw new InvalidOperationException("A message without number."),
                context.Headers.Get<string>(Headers.TraceParent),
                context.Message),
            context.CancellationToken);
}
