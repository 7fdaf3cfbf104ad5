using System.Text.Json.Serialization;

namespace Dukcapil.Kependudukan;

/// <summary>What another card is to the one that is applied for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PeranKartu>))]
public enum PeranKartu
{
    /// <summary>The applied card as it was before: what a new head or a status is compared with. Not printed.</summary>
    [JsonStringEnumMemberName("LAMA")]
    Lama,

    /// <summary>A card that members leave, as it remains without them. Without members it is closed.</summary>
    [JsonStringEnumMemberName("ASAL")]
    Asal,

    /// <summary>A card that members join, as it is with them.</summary>
    [JsonStringEnumMemberName("TUJUAN")]
    Tujuan,
}

/// <summary>
/// Another card that an application touches. Splits, marriages and moves change two cards or more at once: they are entered, checked, put to paraf and
/// keyed into SIAK together.
/// </summary>
/// <param name="Peran">What it is to the applied card.</param>
/// <param name="KartuKeluarga">Its data, after the change (<see cref="PeranKartu.Lama"/>: before).</param>
public sealed record KartuTerkait(PeranKartu Peran, KartuKeluarga KartuKeluarga)
{
    /// <summary>So many an application may touch.</summary>
    public const int Terbanyak = 5;

    /// <summary>Gives nothing away.</summary>
    public override string ToString() => $"KartuTerkait {{ Peran = {Peran}, {KartuKeluarga} }}";
}
