using System.Globalization;
using System.Text.Json;
using Dukcapil.Contracts;

namespace Dukcapil.ServiceDefaults.HumanTasks;

/// <summary>
/// The columns of the SOP from the inputs of an activity, as a designer stores them: texts, numbers as text, lists as JSON text. One reading for every
/// executor, so that a task says the same whichever issued it.
/// </summary>
public static class IsianLangkah
{
    /// <summary>Reads them.</summary>
    /// <param name="isian">Inputs by their JSON names.</param>
    /// <param name="simpul">Node, for what a definition leaves out and for the message of what it must not leave out.</param>
    /// <param name="nama">Name of the node.</param>
    /// <param name="simbol">SOP symbol that the catalogue declares for the type.</param>
    /// <param name="jumlahHasil">How many outcomes are offered.</param>
    /// <exception cref="InvalidOperationException">No Pelaksana.</exception>
    public static LangkahSop Baca(JsonElement isian, string simpul, string nama, string simbol, int jumlahHasil) => new()
    {
        Nomor = Teks(isian, "langkah") ?? simpul,
        Kegiatan = Teks(isian, "kegiatan") ?? nama,
        Pelaksana = Teks(isian, "pelaksana") ?? throw new InvalidOperationException($"Node {simpul} has no pelaksana."),
        Kelengkapan = Daftar(isian, "kelengkapan"),
        KelengkapanWajib = Daftar(isian, "kelengkapanWajib"),
        PersyaratanTambahan = Daftar(isian, "persyaratanTambahan"),
        WaktuBaku = decimal.TryParse(Teks(isian, "waktuBaku"), CultureInfo.InvariantCulture, out var menit) ? menit : 0,
        Output = Daftar(isian, "output"),
        Keterangan = Teks(isian, "keterangan"),
        // One outcome is a process, several are a decision; start and end of the SOP are declared by the catalogue.
        Simbol = simbol == "kapsul" ? simbol : jumlahHasil > 1 ? "belahKetupat" : "kotak",
        TenggatMenit = int.TryParse(Teks(isian, "tenggatMenit"), CultureInfo.InvariantCulture, out var tenggat) && tenggat > 0 ? tenggat : null,
        PeranEskalasi = Teks(isian, "peranEskalasi"),
    };

    /// <summary>A text, or a number as text; null for one that says nothing.</summary>
    public static string? Teks(JsonElement isian, string nama) =>
        !isian.TryGetProperty(nama, out var nilai) ? null
        : nilai.ValueKind switch
        {
            JsonValueKind.String => nilai.GetString() is { Length: > 0 } teks ? teks : null,
            JsonValueKind.Number => nilai.GetRawText(),
            _ => null,
        };

    private static List<string> Daftar(JsonElement isian, string nama)
    {
        if (!isian.TryGetProperty(nama, out var nilai)) return [];
        if (nilai.ValueKind == JsonValueKind.String)
        {
            var teks = nilai.GetString()!;
            return teks.StartsWith('[') ? JsonSerializer.Deserialize<List<string>>(teks)! : teks.Length > 0 ? [teks] : [];
        }
        return nilai.ValueKind == JsonValueKind.Array ? [.. nilai.EnumerateArray().Select(v => v.ToString())] : [];
    }
}
