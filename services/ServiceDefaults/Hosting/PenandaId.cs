using System.Buffers.Text;

namespace Dukcapil.ServiceDefaults.Hosting;

/// <summary>Where a page of a list in the order of ids ended. Opaque to clients: base64url of the id.</summary>
public static class PenandaId
{
    /// <summary>Writes it.</summary>
    public static string Tulis(Guid id) => Base64Url.EncodeToString(id.ToByteArray(bigEndian: true));

    /// <summary>Reads it; false when it is none of ours.</summary>
    public static bool TryBaca(string teks, out Guid id)
    {
        id = default;
        Span<byte> bita = stackalloc byte[16];
        if (!Base64Url.IsValid(teks) || !Base64Url.TryDecodeFromChars(teks, bita, out var panjang) || panjang != bita.Length) return false;
        id = new Guid(bita, bigEndian: true);
        return true;
    }
}
