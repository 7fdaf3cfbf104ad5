using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dukcapil.Workflow.Tests.Definisi;

/// <summary>Definitions that tests change, and what they ask of the API.</summary>
internal static class Contoh
{
    public const string Jalur = "/elsa/api/workflow-definitions";
    public const string Massal = "/elsa/api/bulk-actions";

    /// <summary>An id that no other test uses.</summary>
    public static string IdBaru() => "uji-" + Guid.NewGuid().ToString("N")[..12];

    /// <summary>The SOP as it ships, under another id.</summary>
    public static JsonObject Sop(string definitionId, string? nama = null)
    {
        var alur = JsonNode.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "workflows", "kartu-keluarga.json")))!.AsObject();
        alur["definitionId"] = definitionId;
        alur["name"] = nama ?? definitionId;
        return alur;
    }

    /// <summary>The smallest definition: one line is written, then the end.</summary>
    public static JsonObject Kecil(string? definitionId, string? nama = null, string teks = "halo") => new()
    {
        ["definitionId"] = definitionId,
        ["name"] = nama ?? definitionId ?? "tanpa id",
        ["root"] = JsonNode.Parse($$$$"""
            {"id":"Flowchart1","type":"Elsa.Flowchart","version":1,
             "activities":[{"id":"tulis","type":"Elsa.WriteLine","version":1,"text":{"typeName":"String","expression":{"type":"Literal","value":{{{{JsonSerializer.Serialize(teks)}}}}}}}],
             "connections":[]}
            """),
    };

    public static Task<Jawaban> SimpanAsync(this Klien klien, JsonNode alur, bool? terbit = null) =>
        klien.KirimJsonAsync(Jalur, new JsonObject { ["model"] = alur.DeepClone(), ["publish"] = terbit });

    /// <summary>Saves and publishes, and gives the definition of the answer.</summary>
    public static async Task<JsonObject> TerbitkanAsync(this Klien klien, JsonNode alur) => (await klien.SimpanAsync(alur, terbit: true)).Harus(200).Definisi();

    public static async Task<JsonObject> BacaDefinisiAsync(this Klien klien, string definitionId, string versi = "Latest") =>
        (await klien.BacaAsync($"{Jalur}/by-definition-id/{definitionId}?versionOptions={versi}")).Harus(200).Objek;

    /// <summary>The definition in the answer to a save.</summary>
    public static JsonObject Definisi(this Jawaban jawaban) => jawaban.Objek["workflowDefinition"]!.DeepClone().AsObject();

    /// <summary>A refusal that Studio shows; its lines.</summary>
    public static IReadOnlyList<string> Alasan(this Jawaban jawaban)
    {
        jawaban.Harus(400);
        Assert.Equal("application/problem+json", jawaban.JenisIsi);
        Assert.Equal(400, jawaban.Json.GetProperty("statusCode").GetInt32());
        Assert.NotEmpty(jawaban.Json.GetProperty("message").GetString()!);
        return [.. jawaban.Json.GetProperty("errors").GetProperty("generalErrors").EnumerateArray().Select(g => g.GetString()!)];
    }

    /// <summary>Text written by the only activity of <see cref="Kecil"/>.</summary>
    public static string Teks(this JsonNode alur) => (string)alur["root"]!["activities"]![0]!["text"]!["expression"]!["value"]!;

    public static JsonObject DenganTeks(this JsonObject alur, string teks)
    {
        var salinan = alur.DeepClone().AsObject();
        salinan["root"]!["activities"]![0]!["text"]!["expression"]!["value"] = teks;
        return salinan;
    }
}
