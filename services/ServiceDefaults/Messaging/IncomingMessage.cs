using Dukcapil.Contracts;

namespace Dukcapil.ServiceDefaults.Messaging;

/// <summary>A message as it arrives, whatever carried it.</summary>
/// <param name="Id">Message id.</param>
/// <param name="Sender">Sending service.</param>
/// <param name="Sequence">Number within sender, receiver and application, from 1.</param>
/// <param name="TraceParent">W3C trace context, or null.</param>
/// <param name="Message">The message.</param>
public sealed record IncomingMessage(Guid Id, string Sender, long Sequence, string? TraceParent, IMessage Message);

/// <summary>What the inbox did with it.</summary>
public enum InboxOutcome
{
    /// <summary>Handled and committed.</summary>
    Applied,

    /// <summary>Was applied before; nothing done.</summary>
    Duplicate,

    /// <summary>Came before its predecessor; kept.</summary>
    Held,
}
