using System.Text.Json.Serialization;

namespace Dukcapil.Kependudukan;

/// <summary>How a document is required.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SifatSyarat>))]
public enum SifatSyarat
{
    /// <summary>Always.</summary>
    [JsonStringEnumMemberName("YA")]
    Ya,

    /// <summary>In a certain circumstance.</summary>
    [JsonStringEnumMemberName("KONDISIONAL")]
    Kondisional,

    /// <summary>At least one of its group.</summary>
    [JsonStringEnumMemberName("ALTERNATIF")]
    Alternatif,
}
