using System.Diagnostics;
using Dukcapil.ServiceDefaults.Messaging;

namespace Dukcapil.ServiceDefaults.Telemetry;

/// <summary>Spans of messaging, by OpenTelemetry's semantic conventions. The application's id is on each; never a number of a person.</summary>
internal static class Spans
{
    public const string SourceName = "Dukcapil.Messaging";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>The span of sending, child of the unit of work that wrote the message, however long it lay in the outbox.</summary>
    public static Activity? StartSend(OutboxMessage message)
    {
        _ = ActivityContext.TryParse(message.TraceParent, null, isRemote: false, out var parent);
        return Tag(
            Source.StartActivity($"send dukcapil.{message.Receiver}", ActivityKind.Producer, parent),
            "send", message.Receiver, message.Id, message.Stream, message.Type);
    }

    /// <summary>The span of applying a message, child of the sending span.</summary>
    public static Activity? StartReceive(IncomingMessage message, string receiver)
    {
        _ = ActivityContext.TryParse(message.TraceParent, null, isRemote: true, out var parent);
        return Tag(
            Source.StartActivity($"process dukcapil.{receiver}", ActivityKind.Consumer, parent),
            "process", receiver, message.Id, message.Message.PermohonanId, message.Message.GetType().Name)?
            .SetTag("dukcapil.pengirim", message.Sender);
    }

    private static Activity? Tag(Activity? span, string operation, string receiver, Guid messageId, Guid stream, string type) => span?
        .SetTag("messaging.system", "rabbitmq")
        .SetTag("messaging.operation.type", operation)
        .SetTag("messaging.operation.name", operation)
        .SetTag("messaging.destination.name", "dukcapil." + receiver)
        .SetTag("messaging.message.id", messageId)
        .SetTag("dukcapil.pesan", type)
        .SetTag(Jejak.Permohonan, stream);
}
