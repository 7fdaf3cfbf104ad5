using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dukcapil.Kependudukan;

/// <summary>A region code is its text in JSON.</summary>
public sealed class KodeWilayahJson : JsonConverter<KodeWilayah>
{
    /// <inheritdoc/>
    public override KodeWilayah Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && KodeWilayah.TryParse(reader.GetString(), out var kode)
            ? kode
            : throw new JsonException(KodeWilayah.PesanSalah);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, KodeWilayah value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
