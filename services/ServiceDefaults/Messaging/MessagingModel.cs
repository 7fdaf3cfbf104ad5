using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ServiceDefaults.Messaging;

/// <summary>Tables of outbox and inbox, the same in every service.</summary>
internal static class MessagingModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<OutboxMessage>(outbox =>
        {
            outbox.ToTable("Outbox");
            outbox.Property(m => m.Id).ValueGeneratedNever();
            // Written as 0 and numbered by the trigger (see OutboxNumbering): nothing is read back from the insert.
            outbox.Property(m => m.Sequence).ValueGeneratedNever();
            outbox.Ignore(m => m.Content);
            outbox.HasIndex(m => new { m.NextAttemptAt, m.Id }).HasFilter("parked_because IS NULL");
        });
        model.Entity<OutboxStream>().ToTable("OutboxStream").HasKey(s => new { s.Receiver, s.Stream });
        model.Entity<InboxStream>().ToTable("InboxStream").HasKey(s => new { s.Sender, s.Stream });
        model.Entity<HeldMessage>().ToTable("InboxHeld").HasKey(m => new { m.Sender, m.Stream, m.Sequence });
        model.Entity<IdempotencyRecord>().ToTable("Idempotency").HasKey(r => new { r.Client, r.Key });
    }

    /// <summary>The counter behind <see cref="OutboxMessage.Sequence"/>. Only the trigger writes it.</summary>
    internal sealed class OutboxStream
    {
        public required string Receiver { get; init; }

        public Guid Stream { get; init; }

        public long Last { get; init; }
    }
}
