using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dukcapil.Contracts;
using Microsoft.Extensions.Configuration;

namespace Dukcapil.ServiceDefaults.Protection;

/// <summary>
/// Seals personal data in messages and columns: AES-256-GCM under keys from <c>Protection:Keys</c> (id → base64 of 32 bytes).
/// New values use <c>Protection:Active</c>; older keys stay in the ring as long as something was sealed with them.
/// </summary>
public sealed class Pelindung
{
    private const int NonceBytes = 12, TagBytes = 16;
    private readonly Dictionary<string, byte[]> keys;
    private readonly string active;

    /// <summary>Reads the key ring.</summary>
    public Pelindung(IConfiguration configuration)
    {
        var section = configuration.GetRequiredSection("Protection");
        active = section["Active"] ?? throw new InvalidOperationException("Setting Protection:Active is missing.");
        keys = section.GetRequiredSection("Keys").GetChildren().ToDictionary(k => k.Key, k => Convert.FromBase64String(k.Value!));
        if (!keys.TryGetValue(active, out var key) || key.Length != 32)
            throw new InvalidOperationException("Protection:Keys has no 32-byte key of the id in Protection:Active.");
    }

    /// <summary>Seals a value as JSON.</summary>
    public Terlindung Segel<T>(T value) =>
        new(active, Convert.ToBase64String(Encrypt(active, JsonSerializer.SerializeToUtf8Bytes(value, Messaging.MessageJson.Options), active)));

    /// <summary>Opens a sealed value. Throws <see cref="CryptographicException"/> when it was altered or its key is gone.</summary>
    public T Buka<T>(Terlindung value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return JsonSerializer.Deserialize<T>(Decrypt(value.Kunci, Convert.FromBase64String(value.Isi), value.Kunci), Messaging.MessageJson.Options)!;
    }

    /// <summary>Seals bytes of a file: one byte length of the key id, the key id, then the sealed bytes. <paramref name="context"/> must be the same when opening.</summary>
    public byte[] SegelBita(ReadOnlySpan<byte> plain, string context)
    {
        var id = Encoding.UTF8.GetBytes(active);
        return [(byte)id.Length, .. id, .. Encrypt(active, plain, context)];
    }

    /// <summary>Opens what <see cref="SegelBita"/> sealed.</summary>
    public byte[] BukaBita(ReadOnlySpan<byte> sealedBytes, string context)
    {
        var id = Encoding.UTF8.GetString(sealedBytes.Slice(1, sealedBytes[0]));
        return Decrypt(id, sealedBytes[(1 + sealedBytes[0])..], context);
    }

    /// <summary>Seals for a column: <c>key id:base64</c>.</summary>
    public string SegelKolom<T>(T value) => Kolom(Segel(value));

    /// <summary>The seal of a message as a column: the same bytes, never opened on the way.</summary>
    public static string Kolom(Terlindung value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Kunci + ":" + value.Isi;
    }

    /// <summary>Opens a column.</summary>
    public T BukaKolom<T>(string column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var colon = column.IndexOf(':', StringComparison.Ordinal);
        return Buka<T>(new Terlindung(column[..colon], column[(colon + 1)..]));
    }

    /// <summary>Id of the key that new values are sealed with.</summary>
    public string Aktif => active;

    /// <summary>The same value under the active key.</summary>
    internal string SegelUlang(string column)
    {
        var colon = column.IndexOf(':', StringComparison.Ordinal);
        var plain = Decrypt(column[..colon], Convert.FromBase64String(column[(colon + 1)..]), column[..colon]);
        return active + ":" + Convert.ToBase64String(Encrypt(active, plain, active));
    }

    /// <summary>Whether the sealed bytes of a file are under the active key.</summary>
    internal bool DenganKunciAktif(ReadOnlySpan<byte> sealedBytes) => Encoding.UTF8.GetString(sealedBytes.Slice(1, sealedBytes[0])) == active;

    private byte[] Encrypt(string id, ReadOnlySpan<byte> plain, string context)
    {
        var sealedBytes = new byte[NonceBytes + plain.Length + TagBytes];
        var nonce = sealedBytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(keys[id], TagBytes);
        aes.Encrypt(
            nonce, plain, sealedBytes.AsSpan(NonceBytes, plain.Length), sealedBytes.AsSpan(NonceBytes + plain.Length), Encoding.UTF8.GetBytes(context));
        return sealedBytes;
    }

    private byte[] Decrypt(string id, ReadOnlySpan<byte> sealedBytes, string context)
    {
        if (!keys.TryGetValue(id, out var key)) throw new CryptographicException($"Key {id} is not in the ring.");
        var plain = new byte[sealedBytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(
            sealedBytes[..NonceBytes], sealedBytes.Slice(NonceBytes, plain.Length), sealedBytes[(NonceBytes + plain.Length)..], plain,
            Encoding.UTF8.GetBytes(context));
        return plain;
    }
}
