using RabbitMQ.Client;

namespace Dukcapil.Messaging.Tests;

/// <summary>Keeps a copy of every message to a service, to deliver it once more as a broker or a sender may after a crash.</summary>
internal sealed class MessageCopies : IAsyncDisposable
{
    private readonly IConnection connection;
    private readonly IChannel channel;
    private readonly string exchange, queue;

    private MessageCopies(IConnection connection, IChannel channel, string exchange, string queue) =>
        (this.connection, this.channel, this.exchange, this.queue) = (connection, channel, exchange, queue);

    public static async Task<MessageCopies> StartAsync(Uri broker, string service)
    {
        var connection = await new ConnectionFactory { Uri = broker }.CreateConnectionAsync();
        var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        var queue = (await channel.QueueDeclareAsync()).QueueName;
        // As the service declares it; whoever comes first.
        await channel.ExchangeDeclareAsync("dukcapil." + service, ExchangeType.Fanout, durable: true, autoDelete: false);
        await channel.QueueBindAsync(queue, "dukcapil." + service, "");
        return new MessageCopies(connection, channel, "dukcapil." + service, queue);
    }

    /// <summary>Delivers all copies again, confirmed; returns how many.</summary>
    public async Task<int> SendAgainAsync()
    {
        var count = 0;
        await channel.QueueUnbindAsync(queue, exchange, "");
        for (; await channel.BasicGetAsync(queue, autoAck: true) is { } message; count++)
            await channel.BasicPublishAsync(exchange, "", mandatory: true, new BasicProperties(message.BasicProperties), message.Body);
        return count;
    }

    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }
}
