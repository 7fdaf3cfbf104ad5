using System.Text.Json.Serialization;

namespace Dukcapil.Kependudukan;

/// <summary>What a rule found.</summary>
/// <param name="Kode">Code of the rule, for example <c>P04</c>.</param>
/// <param name="Tingkat">Weight.</param>
/// <param name="Tahap">Stage from which the rule holds.</param>
/// <param name="Pesan">Indonesian sentence for officers; carries no NIK, Nomor KK in full or other data of a person.</param>
/// <param name="Dasar">Article or reason the rule rests on.</param>
/// <param name="Anggota">0-based row of the member; null when it concerns the card or the application.</param>
/// <param name="Field">
/// JSON name of the field, for example <c>tanggalLahir</c> or <c>alamat.rt</c>; null when no single field is at fault.
/// </param>
/// <param name="Terkait">0-based index of the other card it concerns (<see cref="KartuTerkait"/>); null for the card that is applied for.</param>
public sealed record Temuan(
    string Kode, Tingkat Tingkat, Tahap Tahap, string Pesan, string Dasar, int? Anggota, string? Field,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Terkait = null);
