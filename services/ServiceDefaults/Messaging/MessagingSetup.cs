using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging.InProcess;
using Dukcapil.ServiceDefaults.Messaging.RabbitMq;
using Dukcapil.ServiceDefaults.Telemetry;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Dukcapil.ServiceDefaults.Messaging;

/// <summary>Outbox, inbox and what carries messages: RabbitMQ, or one process when an <see cref="InProcessBus"/> was given to the host.</summary>
public static class MessagingSetup
{
    /// <summary>Registers the handler of one message type.</summary>
    public static void AddHandler<TMessage, THandler>(this IServiceCollection services)
        where TMessage : class, IMessage
        where THandler : class, IHandle<TMessage>
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddScoped<IHandle<TMessage>, THandler>();
        ((HandlerMap)services.Single(s => s.ServiceType == typeof(HandlerMap)).ImplementationInstance!).Add<TMessage>();
    }

    internal static void AddMessaging(this IHostApplicationBuilder builder, string service)
    {
        var services = builder.Services;
        var handlers = new HandlerMap();
        services.AddSingleton(handlers);
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<Inbox>();
        if (services.Any(s => s.ServiceType == typeof(InProcessBus)))
        {
            // A host that runs one service alone gives its own.
            services.TryAddSingleton<ITransport, InProcessTransport>();
            services.AddSingleton<IErrorQueue, InProcessErrorQueue>();
            services.AddHostedService<AnnounceInbox>();
        }
        else
        {
            var broker = new Uri(builder.Configuration.GetConnectionString("Broker")
                ?? throw new InvalidOperationException("Setting ConnectionStrings:Broker is missing."));
            services.AddSingleton<ITransport, RabbitMqTransport>();
            services.AddSingleton<CommittedMessages>();
            services.AddSingleton<IErrorQueue>(new RabbitMqErrorQueue(broker, service));
            services.Configure<MassTransitHostOptions>(options => options.StopTimeout = TimeSpan.FromSeconds(30));
            services.AddMassTransit(bus =>
            {
                // Without the broker officers go on: a replica that is taken out of service for it would answer nobody.
                bus.ConfigureHealthCheckOptions(health =>
                {
                    health.Name = "broker";
                    health.MinimalFailureStatus = Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Degraded;
                });
                // Handlers are registered after this line runs and before the bus is built; every message of the table has a consumer type.
                foreach (var type in Routing.MessageTypes) bus.AddConsumer(typeof(MessageConsumer<>).MakeGenericType(type));
                bus.UsingRabbitMq((context, rabbit) =>
                {
                    rabbit.Host(broker, host => host.PublisherConfirmation = true);
                    Endpoints.Configure(rabbit, context, service, handlers);
                });
            });
            // After the bus: what stops in the opposite order still has it to send what is left.
            services.AddHostedService<OutboxDispatch>();
        }
        services.AddSingleton<OutboxCarrier>();
        services.AddHostedService<OutboxRelay>();
        services.AddSingleton<IPengukur, PengukurPesan>();
        services.AddSingleton<IPengukur, PengukurGalat>();
    }
}
