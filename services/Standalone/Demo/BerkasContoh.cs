using System.Text.Json.Nodes;

namespace Dukcapil.Standalone.Demo;

/// <summary>The files of <c>docs/samples</c>, which travel beside the program.</summary>
internal static class BerkasContoh
{
    private static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>The filing: <c>keluarga-baru.json</c>.</summary>
    public static JsonNode Pengajuan() => Baca("keluarga-baru.json");

    /// <summary>Family data as Loket enters them in the first, second and third turn.</summary>
    /// <param name="versi">1 to 3.</param>
    public static JsonNode DataKonsep(int versi) => Baca($"konsep-v{versi}.json")["data"]!.DeepClone();

    /// <summary>Attachments by requirement code.</summary>
    public static IReadOnlyDictionary<string, byte[]> Lampiran(params string[] kode) =>
        kode.ToDictionary(k => k, k => File.ReadAllBytes(Path.Combine(Folder, k + ".pdf")), StringComparer.Ordinal);

    private static JsonNode Baca(string nama) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, nama)))!;
}
