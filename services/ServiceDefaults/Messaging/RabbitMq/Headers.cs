namespace Dukcapil.ServiceDefaults.Messaging.RabbitMq;

/// <summary>Headers of ours on the wire, beside MassTransit's own.</summary>
internal static class Headers
{
    /// <summary>Sending service.</summary>
    public const string Sender = "dukcapil-sender";

    /// <summary>Number within sender, receiver and application.</summary>
    public const string Sequence = "dukcapil-sequence";

    /// <summary>W3C trace context of the unit of work that wrote the message.</summary>
    public const string TraceParent = "traceparent";
}
