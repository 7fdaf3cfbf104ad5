using System.Text.Json;

namespace Dukcapil.Approval.Tte;

/// <summary>How a call ended.</summary>
public enum AkhirPanggilan
{
    /// <summary>An answer without an error.</summary>
    Dijawab,

    /// <summary>The service refused: nothing was done.</summary>
    Ditolak,

    /// <summary>No connection came about: nothing was sent, so nothing was done.</summary>
    TidakTersambung,

    /// <summary>Sent, and no answer that says what was done.</summary>
    TanpaJawaban,
}

/// <summary>An answer of the eSign service, without its texts: they may name persons.</summary>
/// <param name="Akhir">How it ended.</param>
/// <param name="Isi">The body of an answer.</param>
/// <param name="Kode">Its <c>status_code</c>, else the HTTP status.</param>
/// <param name="KunciSalah">Refused because of the passphrase or one-time code.</param>
public sealed record JawabanEsign(AkhirPanggilan Akhir, JsonElement Isi = default, int Kode = 0, bool KunciSalah = false)
{
    /// <summary>The one file of an answer; null when there is not exactly one.</summary>
    public byte[]? Berkas()
    {
        if (Akhir != AkhirPanggilan.Dijawab || !Isi.TryGetProperty("file", out var file)) return null;
        if (file.ValueKind == JsonValueKind.Array) file = file.GetArrayLength() == 1 ? file[0] : default;
        return file.ValueKind == JsonValueKind.String && file.TryGetBytesFromBase64(out var bita) ? bita : null;
    }

    /// <summary>A text of the answer.</summary>
    public string? Teks(string nama) =>
        Akhir == AkhirPanggilan.Dijawab && Isi.TryGetProperty(nama, out var nilai) && nilai.ValueKind == JsonValueKind.String ? nilai.GetString() : null;
}

/// <summary>What the officer proves to be the signer with.</summary>
/// <param name="Jenis">Name of the field: <c>passphrase</c> or <c>totp</c>.</param>
/// <param name="Rahasia">The secret.</param>
public sealed record KunciPenandatangan(string Jenis, Rahasia Rahasia);
