using System.Text.Json.Serialization;

namespace Dukcapil.Kependudukan;

/// <summary>Weight of a finding.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Tingkat>))]
public enum Tingkat
{
    /// <summary>Holds the file at its stage.</summary>
    [JsonStringEnumMemberName("ERROR")]
    Error,

    /// <summary>May pass with the officer's note; shown to Kasi and Kabid.</summary>
    [JsonStringEnumMemberName("WARNING")]
    Warning,

    /// <summary>A hint.</summary>
    [JsonStringEnumMemberName("INFO")]
    Info,
}
