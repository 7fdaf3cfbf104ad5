using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ServiceDefaults.Operations;

/// <summary>
/// Goes on with streams whose missing message will never come: it was lost with the broker and its content has been rebuilt from state.
/// The position moves just before the earliest held message, which then takes the ordinary way through the inbox.
/// </summary>
internal static class HeldRelease
{
    public static async Task<int> RunAsync(ServiceDb db, DateTimeOffset heldBefore, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var held = await db.HeldMessages.Where(h => h.HeldSince <= heldBefore).ToListAsync(cancellationToken);
        var released = 0;
        foreach (var stream in held.GroupBy(h => (h.Sender, h.Stream)))
        {
            var first = stream.MinBy(h => h.Sequence)!;
            var position = await db.InboxStreams.SingleAsync(s => s.Sender == first.Sender && s.Stream == first.Stream, cancellationToken);
            if (position.Last < first.Sequence - 1) position.Last = first.Sequence - 1;
            db.Release(first);
            position.Held--;
            released++;
        }
        await db.SaveAndCommitAsync(cancellationToken);
        return released;
    }
}
