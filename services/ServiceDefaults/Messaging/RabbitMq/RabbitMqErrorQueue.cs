using RabbitMQ.Client;

namespace Dukcapil.ServiceDefaults.Messaging.RabbitMq;

/// <summary>The error queue of this service on the broker.</summary>
internal sealed class RabbitMqErrorQueue(Uri broker, string service) : IErrorQueue
{
    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        return await channel.MessageCountAsync(Endpoints.ErrorOf(service), cancellationToken);
    }

    public async Task<int> ReplayAsync(CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellationToken);
        // Not more than lie there now: what fails again comes back to the same queue.
        var count = await channel.MessageCountAsync(Endpoints.ErrorOf(service), cancellationToken);
        var replayed = 0;
        for (; replayed < count; replayed++)
        {
            if (await channel.BasicGetAsync(Endpoints.ErrorOf(service), autoAck: false, cancellationToken) is not { } message) break;
            var properties = new BasicProperties(message.BasicProperties);
            properties.Headers = properties.Headers?
                .Where(h => !h.Key.StartsWith("MT-", StringComparison.Ordinal) && !h.Key.StartsWith("x-", StringComparison.Ordinal))
                .ToDictionary(h => h.Key, h => h.Value);
            // Confirmed by the service's queue first, only then taken out of the error queue: a crash in between sends twice, and the inbox drops the second.
            await channel.BasicPublishAsync(Endpoints.QueueOf(service), "", mandatory: true, properties, message.Body, cancellationToken);
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellationToken);
        }
        return replayed;
    }

    private Task<IConnection> ConnectAsync(CancellationToken cancellationToken) =>
        new ConnectionFactory { Uri = broker }.CreateConnectionAsync(cancellationToken);
}
