using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dukcapil.Contracts;
using Dukcapil.EndToEnd.Tests.Peranti;
using Json.Schema;

namespace Dukcapil.EndToEnd.Tests.Kontrak;

/// <summary>One operation of an OpenAPI document.</summary>
/// <param name="Dokumen">The document it is in.</param>
/// <param name="Metode">HTTP method, upper case.</param>
/// <param name="Jalur">Path with parameters in braces.</param>
/// <param name="Isi">The operation object.</param>
internal sealed record OperasiApi(DokumenApi Dokumen, string Metode, string Jalur, JsonObject Isi)
{
    /// <summary>Parameters in path, query and header.</summary>
    public IEnumerable<JsonObject> Parameter => (Isi["parameters"] as JsonArray ?? []).Select(p => p!.AsObject());

    /// <summary>Media types of the request body.</summary>
    public JsonObject? BadanPermintaan => Isi["requestBody"]?["content"] as JsonObject;

    /// <summary>Statuses and their answers.</summary>
    public JsonObject Jawaban => Isi["responses"]!.AsObject();

    /// <inheritdoc/>
    public override string ToString() => $"{Metode} {Jalur}";
}

/// <summary>The OpenAPI document of one service, and what its schemas say of a JSON value.</summary>
internal sealed class DokumenApi
{
    private const string Awalan = "#/components/schemas/";
    private static readonly EvaluationOptions Ketat = new() { RequireFormatValidation = true, OutputFormat = OutputFormat.List };
    private readonly JsonObject definisi;
    private readonly ConcurrentDictionary<string, JsonSchema> skema = new();

    private DokumenApi(string layanan, string teks)
    {
        (Layanan, Teks) = (layanan, teks);
        Akar = JsonNode.Parse(teks)!.AsObject();
        definisi = JsonNode.Parse(Akar["components"]!["schemas"]!.ToJsonString().Replace(Awalan, "#/$defs/", StringComparison.Ordinal))!.AsObject();
        Operasi =
        [
            .. Akar["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()
                .Select(o => new OperasiApi(this, o.Key.ToUpperInvariant(), p.Key, o.Value!.AsObject()))),
        ];
    }

    /// <summary>Whose it is.</summary>
    public string Layanan { get; }

    /// <summary>As it was answered.</summary>
    public string Teks { get; }

    /// <summary>The document.</summary>
    public JsonObject Akar { get; }

    /// <summary>All its operations.</summary>
    public IReadOnlyList<OperasiApi> Operasi { get; }

    /// <summary>The documents of all services of an installation.</summary>
    public static async Task<IReadOnlyList<DokumenApi>> BacaAsync(Pemasangan pemasangan)
    {
        var dokumen = new List<DokumenApi>();
        foreach (var layanan in ServiceNames.WithApi)
            dokumen.Add(new DokumenApi(layanan, (await pemasangan.KirimAsync(HttpMethod.Get, $"/openapi/{layanan}.json")).Harus(200).Isi));
        return dokumen;
    }

    /// <summary>The schema a reference leads to, or the schema itself.</summary>
    public JsonObject Buka(JsonNode skema) =>
        skema["$ref"] is { } acuan ? Akar["components"]!["schemas"]![acuan.GetValue<string>()[Awalan.Length..]]!.AsObject() : skema.AsObject();

    /// <summary>What stands against a value, or null.</summary>
    public string? Tolak(JsonNode skemanya, JsonElement nilai)
    {
        var hasil = skema.GetOrAdd(skemanya.ToJsonString().Replace(Awalan, "#/$defs/", StringComparison.Ordinal), teks =>
            JsonSchema.FromText(new JsonObject { ["$defs"] = definisi.DeepClone(), ["allOf"] = new JsonArray(JsonNode.Parse(teks)) }.ToJsonString()))
            .Evaluate(nilai, Ketat);
        if (hasil.IsValid) return null;
        return string.Join("; ", (hasil.Details ?? []).Where(d => d.Errors is { Count: > 0 }).SelectMany(d => d.Errors!.Values.Select(e => $"{d.InstanceLocation}: {e}")).Take(3));
    }
}
