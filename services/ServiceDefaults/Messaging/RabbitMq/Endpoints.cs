using MassTransit;

namespace Dukcapil.ServiceDefaults.Messaging.RabbitMq;

/// <summary>
/// The queues of one service, all quorum:
/// <c>dukcapil.X</c> (the service's messages) → after too many deliveries → <c>dukcapil.X.karantina</c> (what a crashing consumer had prefetched
/// is tried once more, alone) → after that, or on a message's own fault → <c>dukcapil.X_error</c>, from where an operator replays it.
/// </summary>
internal static class Endpoints
{
    private const int DeliveryLimit = 5, KarantinaDeliveryLimit = 1;
    private const ushort Prefetch = 32;

    public static string QueueOf(string service) => "dukcapil." + service;

    public static string KarantinaOf(string service) => QueueOf(service) + ".karantina";

    public static string ErrorOf(string service) => QueueOf(service) + "_error";

    public static void Configure(IRabbitMqBusFactoryConfigurator bus, IRegistrationContext context, string service, HandlerMap handlers)
    {
        // One error queue for both endpoints.
        bus.SendTopology.ErrorQueueNameFormatter = new ErrorQueueName(ErrorOf(service));
        Receive(QueueOf(service), Prefetch, DeliveryLimit, endpoint => endpoint.SetQueueArgument("x-dead-letter-exchange", KarantinaOf(service)));

        // Declared with the endpoint: a message dead-lettered to an exchange that is not there yet would be gone.
        Receive(KarantinaOf(service), prefetch: 1, KarantinaDeliveryLimit, endpoint =>
            endpoint.BindDeadLetterQueue(ErrorOf(service), ErrorOf(service), queue => queue.SetQueueArgument("x-queue-type", "quorum")));

        void Receive(string queue, ushort prefetch, int deliveryLimit, Action<IRabbitMqReceiveEndpointConfigurator> deadLetter) => bus.ReceiveEndpoint(queue, endpoint =>
        {
            endpoint.SetQuorumQueue();
            endpoint.SetQueueArgument("x-delivery-limit", deliveryLimit);
            deadLetter(endpoint);
            endpoint.SetQueueArgument("x-dead-letter-strategy", "at-least-once");
            endpoint.SetQueueArgument("x-overflow", "reject-publish");
            endpoint.ConfigureConsumeTopology = false;
            endpoint.PrefetchCount = prefetch;
            endpoint.ConcurrentMessageLimit = prefetch == 1 ? 1 : null;
            endpoint.PublishFaults = false;
            foreach (var type in handlers.MessageTypes) endpoint.ConfigureConsumer(context, typeof(MessageConsumer<>).MakeGenericType(type));
        });
    }

    private sealed class ErrorQueueName(string name) : IErrorQueueNameFormatter
    {
        public string FormatErrorQueueName(string queueName) => name;
    }
}
