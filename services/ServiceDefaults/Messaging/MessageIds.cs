using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Dukcapil.ServiceDefaults.Messaging;

/// <summary>
/// Message ids: UUID v7 (RFC 9562) that grow within this process even inside one millisecond. Rows of one unit of work are inserted in the order of
/// their keys, and their numbers must follow the order in which they were sent.
/// </summary>
internal static class MessageIds
{
    private const int CounterBits = 12;
    private static long last;

    /// <summary>When an id was given (UTC, whole milliseconds); null for one that says no time, as ids of others may be.</summary>
    public static DateTimeOffset? TimeOf(Guid id)
    {
        if (id.Version != 7) return null;
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var milliseconds = (long)(BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16);
        return milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
    }

    /// <summary>The next id.</summary>
    public static Guid Next(DateTimeOffset now)
    {
        long seen, next;
        do
        {
            seen = Interlocked.Read(ref last);
            next = Math.Max(now.ToUnixTimeMilliseconds() << CounterBits, seen + 1);
        }
        while (Interlocked.CompareExchange(ref last, next, seen) != seen);

        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[8..]);
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (ulong)(next >> CounterBits) << 16 | 0x7000 | (ulong)next & 0x0FFF);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
