using System.Text.Json.Serialization;

namespace Dukcapil.Kependudukan;

/// <summary>
/// The 13 vital events a card is changed for (Perpres 96/2018 art. 12). One that removes the head of the family belongs to
/// <see cref="JenisPermohonan.GantiKepala"/> instead, because the number of the card then changes.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<Peristiwa>))]
public enum Peristiwa
{
    /// <summary>Birth.</summary>
    [JsonStringEnumMemberName("KELAHIRAN")]
    Kelahiran,

    /// <summary>Marriage.</summary>
    [JsonStringEnumMemberName("PERKAWINAN")]
    Perkawinan,

    /// <summary>Annulled marriage.</summary>
    [JsonStringEnumMemberName("PEMBATALAN_PERKAWINAN")]
    PembatalanPerkawinan,

    /// <summary>Divorce.</summary>
    [JsonStringEnumMemberName("PERCERAIAN")]
    Perceraian,

    /// <summary>Annulled divorce.</summary>
    [JsonStringEnumMemberName("PEMBATALAN_PERCERAIAN")]
    PembatalanPerceraian,

    /// <summary>Death.</summary>
    [JsonStringEnumMemberName("KEMATIAN")]
    Kematian,

    /// <summary>Adoption.</summary>
    [JsonStringEnumMemberName("PENGANGKATAN_ANAK")]
    PengangkatanAnak,

    /// <summary>Acknowledgement of a child.</summary>
    [JsonStringEnumMemberName("PENGAKUAN_ANAK")]
    PengakuanAnak,

    /// <summary>Legitimation of a child.</summary>
    [JsonStringEnumMemberName("PENGESAHAN_ANAK")]
    PengesahanAnak,

    /// <summary>Change of name.</summary>
    [JsonStringEnumMemberName("PERUBAHAN_NAMA")]
    PerubahanNama,

    /// <summary>Change of nationality.</summary>
    [JsonStringEnumMemberName("PERUBAHAN_KEWARGANEGARAAN")]
    PerubahanKewarganegaraan,

    /// <summary>Corrected deed.</summary>
    [JsonStringEnumMemberName("PEMBETULAN_AKTA")]
    PembetulanAkta,

    /// <summary>Annulled deed.</summary>
    [JsonStringEnumMemberName("PEMBATALAN_AKTA")]
    PembatalanAkta,
}
