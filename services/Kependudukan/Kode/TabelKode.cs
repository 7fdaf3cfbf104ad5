using System.Collections.Frozen;
using System.Text.Json;

namespace Dukcapil.Kependudukan;

/// <summary>
/// A code table of the family card. Codes are stored and labels printed; the stored scheme is SIAK's. Tables of other schemes
/// (<c>F101</c>, <c>Lama</c>) exist only to map at the boundary: the same number means something else there.
/// </summary>
public sealed class TabelKode
{
    private readonly FrozenDictionary<int, string> label;

    private TabelKode(string nama, string skema, IReadOnlyList<KeyValuePair<int, string>> nilai)
    {
        (Nama, Skema, Nilai) = (nama, skema, nilai);
        label = nilai.ToFrozenDictionary();
    }

    /// <summary>Sex, 2 values.</summary>
    public static TabelKode JenisKelamin { get; } = Muat("jenis_kelamin");

    /// <summary>Religion or belief, 7 values.</summary>
    public static TabelKode Agama { get; } = Muat("agama");

    /// <summary>Education, SIAK, 10 values.</summary>
    public static TabelKode Pendidikan { get; } = Muat("pendidikan");

    /// <summary>Education as on the paper form F-1.01, 10 values; 8–10 differ from SIAK.</summary>
    public static TabelKode PendidikanF101 { get; } = Muat("pendidikan_f101");

    /// <summary>Occupation, 99 values.</summary>
    public static TabelKode Pekerjaan { get; } = Muat("pekerjaan");

    /// <summary>Blood type, 13 values.</summary>
    public static TabelKode GolonganDarah { get; } = Muat("golongan_darah");

    /// <summary>Marital status of Permendagri 109/2019, 6 values.</summary>
    public static TabelKode StatusKawin { get; } = Muat("status_perkawinan");

    /// <summary>Marital status before 2019, 4 values; import only.</summary>
    public static TabelKode StatusKawinLama { get; } = Muat("status_perkawinan_lama");

    /// <summary>Relation to the head of the family, SIAK, 11 values.</summary>
    public static TabelKode Shdk { get; } = Muat("shdk");

    /// <summary>Relation to the head of the family as on the paper form F-1.01, 10 values; 9–10 differ from SIAK.</summary>
    public static TabelKode ShdkF101 { get; } = Muat("shdk_f101");

    /// <summary>Name of the table.</summary>
    public string Nama { get; }

    /// <summary>Scheme the codes belong to.</summary>
    public string Skema { get; }

    /// <summary>Codes with labels in the order of the table.</summary>
    public IReadOnlyList<KeyValuePair<int, string>> Nilai { get; }

    /// <summary>True when the table has that code.</summary>
    public bool Memuat(int? kode) => kode is { } k && label.ContainsKey(k);

    /// <summary>The label in capitals, as a card prints it; null for an empty or unknown code.</summary>
    public string? Label(int? kode) => kode is { } k && label.TryGetValue(k, out var teks) ? teks.ToUpperInvariant() : null;

    private static TabelKode Muat(string nama)
    {
        using var dokumen = SumberDaya.Json("kode." + nama);
        var akar = dokumen.RootElement;
        return new TabelKode(
            akar.GetProperty("nama").GetString()!,
            akar.GetProperty("skema").GetString()!,
            [.. akar.GetProperty("nilai").EnumerateArray().Select(Baris)]);
    }

    private static KeyValuePair<int, string> Baris(JsonElement nilai) =>
        new(nilai.GetProperty("kode").GetInt32(), nilai.GetProperty("label").GetString()!);
}
