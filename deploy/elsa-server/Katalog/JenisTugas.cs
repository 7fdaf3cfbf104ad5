using System.Text.Json;
using Dukcapil.Contracts;

namespace Dukcapil.ElsaServer.Katalog;

/// <summary>One outcome, as declared.</summary>
internal sealed record HasilJenis(string Name, string DisplayName, bool MemerlukanAlasan);

/// <summary>One input, as declared.</summary>
internal sealed record IsianJenis(
    string Name, string TypeName, string DisplayName, string? Description, string UiHint, float Order, JsonElement? DefaultValue, JsonElement? UiSpecifications, string? SumberPilihan);

/// <summary>One type of the SOP's vocabulary, as declared in <c>workflows/aktivitas-dukcapil.json</c>: the same list from which our executor works.</summary>
internal sealed record JenisTugas(
    string TypeName, int Version, string DisplayName, string Description, string Category, string Simbol, string DilayaniOleh, IReadOnlyList<HasilJenis> Hasil,
    IReadOnlyList<IsianJenis> Inputs)
{
    public const string TandaTangan = "Dukcapil.TandaTangan", Ditandatangani = "Ditandatangani";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<JenisTugas> Semua { get; } = Berkas.Baca<List<JenisTugas>>("aktivitas-dukcapil.json");

    private static readonly Dictionary<string, JenisTugas> MenurutNama = Semua.ToDictionary(j => j.TypeName, StringComparer.Ordinal);

    public static JenisTugas? Cari(string jenis) => MenurutNama.GetValueOrDefault(jenis);

    /// <summary>Whether this outcome returns the file.</summary>
    public static bool Mengembalikan(string jenis, string hasil) => Cari(jenis)?.Hasil.Any(h => h.Name == hasil && h.MemerlukanAlasan) == true;

    /// <summary>The outcomes offered: those that the definition connects.</summary>
    public IReadOnlyList<HasilTersedia> Tersedia(IEnumerable<string> disambungkan)
    {
        var ada = disambungkan.ToHashSet(StringComparer.Ordinal);
        return [.. Hasil.Where(h => ada.Contains(h.Name)).Select(h => new HasilTersedia(h.Name, h.DisplayName, h.MemerlukanAlasan))];
    }
}

/// <summary>A role that tasks are given to.</summary>
internal sealed record PeranTugas(string Kode, string Nama);

/// <summary>Files of <c>workflows/</c> that travel with this program.</summary>
internal static class Berkas
{
    public static Stream Buka(string nama) => typeof(Berkas).Assembly.GetManifestResourceStream(nama) ?? throw new InvalidOperationException($"{nama} is not in the program.");

    public static string BacaTeks(string nama)
    {
        using var pembaca = new StreamReader(Buka(nama));
        return pembaca.ReadToEnd();
    }

    public static T Baca<T>(string nama)
    {
        using var isi = Buka(nama);
        return JsonSerializer.Deserialize<T>(isi, JsonSerializerOptions.Web)!;
    }
}
