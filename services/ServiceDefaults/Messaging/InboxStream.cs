namespace Dukcapil.ServiceDefaults.Messaging;

/// <summary>How far messages of one sender about one application are applied here. Replaces a row per message: a number at or below is a duplicate.</summary>
public sealed class InboxStream
{
    /// <summary>Sending service.</summary>
    public required string Sender { get; init; }

    /// <summary>The application.</summary>
    public Guid Stream { get; init; }

    /// <summary>Number of the last applied message.</summary>
    public long Last { get; set; }

    /// <summary>
    /// How many later messages are held. Kept in this row and not counted elsewhere: whoever waited for the row's lock reads it as it is now,
    /// while a look into another table would see the moment before the wait and leave a held message behind for ever.
    /// </summary>
    public int Held { get; set; }
}

/// <summary>A message that came before its predecessor. It waits here, acknowledged, and holds back only its own application.</summary>
public sealed class HeldMessage
{
    /// <summary>Sending service.</summary>
    public required string Sender { get; init; }

    /// <summary>The application.</summary>
    public Guid Stream { get; init; }

    /// <summary>Its number.</summary>
    public long Sequence { get; init; }

    /// <summary>Message id.</summary>
    public Guid MessageId { get; init; }

    /// <summary>Name of the message type.</summary>
    public required string Type { get; init; }

    /// <summary>JSON of the message.</summary>
    public required string Body { get; init; }

    /// <summary>Its trace context.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Since when it waits (UTC).</summary>
    public DateTimeOffset HeldSince { get; init; }
}
