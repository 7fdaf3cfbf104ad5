namespace Dukcapil.ServiceDefaults.Files;

/// <summary>Kinds of documents that are kept, told by their content; what a sender calls them does not count.</summary>
public static class JenisBerkas
{
    /// <summary>Media type by the first bytes; null for anything but PDF, JPEG and PNG.</summary>
    public static string? Dari(ReadOnlySpan<byte> awal) =>
        awal.StartsWith("%PDF-"u8) ? "application/pdf"
        : awal.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : awal.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : null;
}
