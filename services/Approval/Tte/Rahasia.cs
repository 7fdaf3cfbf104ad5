using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dukcapil.Approval.Tte;

/// <summary>
/// A passphrase or one-time code on its way from the request to the eSign service. It lives in memory only: it is read from JSON and never written, and whoever
/// prints it by mistake prints stars.
/// </summary>
[JsonConverter(typeof(Pembaca))]
public sealed class Rahasia
{
    private readonly string nilai;

    /// <summary>Takes it.</summary>
    public Rahasia(string nilai) => this.nilai = nilai;

    /// <summary>Whether there is anything in it, of a length that a passphrase may have.</summary>
    public bool Terisi => nilai.Length is > 0 and <= 256;

    /// <summary>The value itself; for the one call that needs it.</summary>
    public string Buka() => nilai;

    /// <inheritdoc/>
    public override string ToString() => "***";

    private sealed class Pembaca : JsonConverter<Rahasia>
    {
        public override Rahasia Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? new(reader.GetString()!) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, Rahasia value, JsonSerializerOptions options) => throw new NotSupportedException("A secret is not written.");
    }
}
