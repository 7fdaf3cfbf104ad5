using System.Text.Json;

namespace Dukcapil.Kependudukan;

/// <summary>
/// The one JSON form of the domain: camelCase, dates ISO 8601, unknown or repeated members and null where none is allowed refused (<see
/// cref="JsonException"/>), so that a misspelt field is an error and not a lost value.
/// </summary>
public static class JsonKependudukan
{
    /// <summary>Options of this form; they know the types of <see cref="KependudukanJsonContext"/> only.</summary>
    public static JsonSerializerOptions Options => KependudukanJsonContext.Default.Options;

    /// <summary>Reads a card.</summary>
    /// <exception cref="JsonException">Not of this form.</exception>
    public static KartuKeluarga BacaKartu(ReadOnlySpan<byte> utf8)
    {
        var kartu = JsonSerializer.Deserialize(utf8, KependudukanJsonContext.Default.KartuKeluarga)
            ?? throw new JsonException("kartu keluarga kosong");
        // Nullable annotations are not checked inside a list.
        return kartu.Anggota.Any(a => a is null) ? throw new JsonException("anggota tidak boleh null") : kartu;
    }

    /// <summary>Writes a card as UTF-8.</summary>
    public static byte[] TulisKartu(KartuKeluarga kartu) =>
        JsonSerializer.SerializeToUtf8Bytes(kartu, KependudukanJsonContext.Default.KartuKeluarga);
}
