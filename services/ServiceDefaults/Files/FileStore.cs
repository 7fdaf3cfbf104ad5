using System.Buffers.Binary;
using System.Security.Cryptography;
using Dukcapil.ServiceDefaults.Protection;

namespace Dukcapil.ServiceDefaults.Files;

/// <summary>What was stored.</summary>
/// <param name="Name">Name in the store.</param>
/// <param name="Length">Bytes of the content.</param>
/// <param name="Sha256">Hash of the content (hex).</param>
/// <param name="Head">First bytes of the content, by which its type is told.</param>
public sealed record StoredFile(string Name, long Length, string Sha256, byte[] Head);

/// <summary>
/// Files encrypted at rest in a folder or a bucket, streamed in chunks of 64 KiB that are each sealed with AES-256-GCM before they leave; the chunk's
/// number and whether it is the last are authenticated, so that a cut, reordered or altered file does not open. A file is stored before its row commits.
/// </summary>
public sealed class FileStore
{
    private const int Chunk = 64 * 1024, HeadBytes = 16, LongestSealedChunk = Chunk + 1024;
    private const int NoSpace = 28, QuotaExceeded = 122, NoSpaceOnWindows = unchecked((int)0x80070070);
    private readonly IFilePlace place;
    private readonly Pelindung pelindung;

    internal FileStore(IFilePlace place, Pelindung pelindung) => (this.place, this.pelindung) = (place, pelindung);

    /// <summary>Stores a stream; throws <see cref="FileTooLargeException"/> beyond the limit and leaves nothing behind.</summary>
    public Task<StoredFile> WriteAsync(Stream content, long limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        return PlaceAsync(content, Guid.CreateVersion7().ToString("N"), limit, cancellationToken);
    }

    /// <summary>
    /// Stores a content under its SHA-256 (hex), once: the same content again is the same file, and one that was damaged meanwhile is whole again.
    /// </summary>
    public async Task<StoredFile> WriteOnceAsync(byte[] content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var stream = new MemoryStream(content, writable: false);
        return await PlaceAsync(stream, Convert.ToHexStringLower(SHA256.HashData(content)), long.MaxValue, cancellationToken);
    }

    /// <summary>Reads a file back and checks its content.</summary>
    /// <exception cref="FileDamagedException">It is gone, does not open, or is not the content that was stored.</exception>
    public async Task<byte[]> ReadAsync(string name, string sha256, CancellationToken cancellationToken)
    {
        byte[] content;
        try
        {
            content = await ReadAsync(name, cancellationToken);
        }
        catch (Exception e) when (e is CryptographicException or EndOfStreamException or FileNotFoundException or InvalidDataException or OverflowException or ArgumentException)
        {
            throw new FileDamagedException(name, e);
        }
        return Convert.ToHexStringLower(SHA256.HashData(content)) == sha256 ? content : throw new FileDamagedException(name, null);
    }

    /// <summary>Whether there was no room.</summary>
    public static bool IsFull(Exception fault) => fault is StorageFullException or IOException { HResult: NoSpace or NoSpaceOnWindows or QuotaExceeded };

    /// <summary>Reads a file back.</summary>
    public async Task<byte[]> ReadAsync(string name, CancellationToken cancellationToken)
    {
        await using var file = await place.OpenAsync(name, cancellationToken);
        using var content = new MemoryStream();
        var lengthBytes = new byte[4];
        for (var number = 0; ; number++)
        {
            await file.ReadExactlyAsync(lengthBytes, cancellationToken);
            var length = BinaryPrimitives.ReadInt32LittleEndian(lengthBytes);
            var isLast = length < 0;
            // A damaged length must not become an allocation.
            if (length is < -LongestSealedChunk or > LongestSealedChunk) throw new EndOfStreamException();
            var sealedChunk = new byte[Math.Abs(length)];
            await file.ReadExactlyAsync(sealedChunk, cancellationToken);
            content.Write(pelindung.BukaBita(sealedChunk, Context(name, number, isLast)));
            if (isLast) return content.ToArray();
        }
    }

    /// <summary>Removes a file whose unit of work did not commit.</summary>
    public Task DeleteAsync(string name, CancellationToken cancellationToken) => place.DeleteAsync(name, cancellationToken);

    /// <summary>Seals every file that is under an older key anew, one after another; how many. Readers see the old or the new one, both whole.</summary>
    public async Task<int> SegelUlangAsync(CancellationToken cancellationToken)
    {
        var banyak = 0;
        await foreach (var name in place.NamesAsync(cancellationToken))
        {
            try
            {
                if (await DenganKunciAktifAsync(name, cancellationToken)) continue;
                using var content = new MemoryStream(await ReadAsync(name, cancellationToken));
                await PlaceAsync(content, name, long.MaxValue, cancellationToken);
                banyak++;
            }
            catch (FileNotFoundException)
            {
                // Gone since it was listed: its unit of work did not commit, or its time was over.
            }
        }
        return banyak;
    }

    private async Task<StoredFile> PlaceAsync(Stream content, string name, long limit, CancellationToken cancellationToken)
    {
        StoredFile? stored = null;
        await place.PutAsync(name, async (file, token) => stored = await WriteChunksAsync(content, file, name, limit, token), cancellationToken);
        return stored!;
    }

    // All chunks of a file are written by one process under one key.
    private async Task<bool> DenganKunciAktifAsync(string name, CancellationToken cancellationToken)
    {
        await using var file = await place.OpenAsync(name, cancellationToken);
        var head = new byte[4 + 1 + byte.MaxValue];
        var length = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        return length > 5 && pelindung.DenganKunciAktif(head.AsSpan(4));
    }

    private async Task<StoredFile> WriteChunksAsync(Stream content, Stream file, string name, long limit, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (current, next) = (new byte[Chunk], new byte[Chunk]);
        byte[] head = [];
        long total = 0;
        var filled = await content.ReadAtLeastAsync(current, Chunk, throwOnEndOfStream: false, cancellationToken);
        for (var number = 0; ; number++)
        {
            total += filled;
            if (total > limit) throw new FileTooLargeException();
            if (number == 0) head = current[..Math.Min(HeadBytes, filled)];
            hash.AppendData(current.AsSpan(0, filled));
            var ahead = filled < Chunk ? 0 : await content.ReadAtLeastAsync(next, Chunk, throwOnEndOfStream: false, cancellationToken);
            var sealedChunk = pelindung.SegelBita(current.AsSpan(0, filled), Context(name, number, isLast: ahead == 0));
            var length = new byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(length, ahead == 0 ? -sealedChunk.Length : sealedChunk.Length);
            await file.WriteAsync(length, cancellationToken);
            await file.WriteAsync(sealedChunk, cancellationToken);
            if (ahead == 0) break;
            (current, next, filled) = (next, current, ahead);
        }
        return new StoredFile(name, total, Convert.ToHexStringLower(hash.GetHashAndReset()), head);
    }

    private static string Context(string name, int number, bool isLast) => $"{name}/{number}/{isLast}";
}
