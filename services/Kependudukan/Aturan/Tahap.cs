using System.Text.Json.Serialization;

namespace Dukcapil.Kependudukan;

/// <summary>Stage of a file at which rules are checked.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Tahap>))]
public enum Tahap
{
    /// <summary>Before the konsep goes to Kasi (SOP step 2).</summary>
    [JsonStringEnumMemberName("AJUKAN")]
    Ajukan,

    /// <summary>Before the card is printed (SOP step 5); the rules of <see cref="Ajukan"/> hold again.</summary>
    [JsonStringEnumMemberName("CETAK")]
    Cetak,
}
