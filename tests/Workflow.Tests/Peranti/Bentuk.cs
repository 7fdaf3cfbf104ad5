using System.Text.Json;

namespace Dukcapil.Workflow.Tests.Peranti;

/// <summary>
/// Shapes of recorded answers of real Elsa: property names and JSON types. <c>name?</c>: not in every item; <c>any</c>: whatever the workflow puts there.
/// Ours must have everything, with the same types; it may have more.
/// </summary>
internal static class Bentuk
{
    private static readonly Dictionary<string, JsonElement> Semua = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Bentuk"), "*.json")
        .SelectMany(f => JsonElement.Parse(File.ReadAllBytes(f)).EnumerateObject()).ToDictionary(p => p.Name, p => p.Value);

    public static void Sama(string rekaman, JsonElement jawaban)
    {
        var beda = new List<string>();
        Banding(Semua[rekaman], jawaban, rekaman, beda);
        Assert.True(beda.Count == 0, string.Join('\n', beda));
    }

    private static void Banding(JsonElement bentuk, JsonElement isi, string di, List<string> beda)
    {
        switch (bentuk.ValueKind)
        {
            case JsonValueKind.Object when isi.ValueKind == JsonValueKind.Object:
                foreach (var anggota in bentuk.EnumerateObject())
                {
                    var nama = anggota.Name.TrimEnd('?');
                    if (isi.TryGetProperty(nama, out var nilai)) Banding(anggota.Value, nilai, $"{di}.{nama}", beda);
                    else if (!anggota.Name.EndsWith('?')) beda.Add($"{di}.{nama} tidak ada");
                }
                break;
            case JsonValueKind.Array when isi.ValueKind == JsonValueKind.Array:
                if (bentuk.GetArrayLength() == 0) break;
                foreach (var (nomor, butir) in isi.EnumerateArray().Index()) Banding(bentuk[0], butir, $"{di}[{nomor}]", beda);
                break;
            case JsonValueKind.String when bentuk.GetString() is { } jenis && (jenis == "any" || jenis.Split('|').Contains(Jenis(isi))):
                break;
            default:
                beda.Add($"{di}: {bentuk.GetRawText()[..Math.Min(40, bentuk.GetRawText().Length)]} diharapkan, ada {isi.GetRawText()}");
                break;
        }
    }

    private static string Jenis(JsonElement isi) => isi.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Null => "null",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
