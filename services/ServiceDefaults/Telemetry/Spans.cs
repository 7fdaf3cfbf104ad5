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
            Source.StartActivity($"send {message.Receiver}", ActivityKind.Producer, parent),
            "send", message.Receiver, message.Id, message.Stream, message.Type);
    }

    /// <summary>The span of applying a message, child of the sending span.</summary>
    public static Activity? StartReceive(IncomingMessage message)
    {
        _ = ActivityContext.TryParse(message.TraceParent, null, isRemote: true, out var parent);
        var type = message.Message.GetType().Name;
        return Tag(
            Source.StartActivity($"process {type}", ActivityKind.Consumer, parent),
            "process", message.Sender, message.Id, message.Message.PermohonanId, type);
    }

    private static Activity? Tag(Activity? span, string operation, string peer, Guid messageId, Guid stream, string type) => span?
        .SetTag("messaging.system", "rabbitmq")
        .SetTag("messaging.operation.type", operation)
        .SetTag("messaging.destination.name", peer)
        .SetTag("messaging.message.id", messageId)
        .SetTag("messaging.message.type", type)
        .SetTag("permohonan.id", stream);
}
