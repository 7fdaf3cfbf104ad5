using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dukcapil.Standalone.Commands;

/// <summary>
/// Requests to try, one per operation of an OpenAPI document, in the format that editors run (<c>.http</c>): variables on top, the body as the document
/// gives its example.
/// </summary>
public static class ContohHttp
{
    private const string Json = "application/json", Batas = "batas";
    private static readonly JsonSerializerOptions Rapi = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file that belongs to a document.</summary>
    /// <param name="dokumen">OpenAPI document (JSON).</param>
    public static string Dari(string dokumen)
    {
        var akar = JsonNode.Parse(dokumen)!.AsObject();
        var operasi = akar["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => (Jalur: p.Key, Metode: o.Key.ToUpperInvariant(), Isi: o.Value!.AsObject()))).ToList();
        var teks = new StringBuilder()
            .Append("# ").Append(akar["info"]!["title"]).Append(": satu permintaan untuk setiap operasi, ditulis oleh  -- openapi --tulis\n")
            .Append("# Jalankan dahulu:  dotnet run --project services/Standalone\n")
            .Append("# Token:            dotnet run --project services/Standalone -- token LOKET    (peran yang boleh: docs/security.md)\n")
            .Append("@alamat = http://127.0.0.1:5080\n@token = isi-token\n");
        // One variable a name: the id of an application rather than the shorter one of a task.
        foreach (var (nama, contoh) in operasi.SelectMany(o => Parameter(o.Isi, "path")).OrderByDescending(p => p.Contoh.Length).DistinctBy(p => p.Nama).OrderBy(p => p.Nama, StringComparer.Ordinal)) teks.Append('@').Append(nama).Append(" = ").Append(contoh).Append('\n');
        foreach (var o in operasi) Tambah(teks, akar, o.Jalur, o.Metode, o.Isi);
        return teks.ToString();
    }

    private static void Tambah(StringBuilder teks, JsonObject akar, string jalur, string metode, JsonObject isi)
    {
        var kueri = Parameter(isi, "query", wajibSaja: true).Select(p => $"{p.Nama}={Uri.EscapeDataString(p.Contoh)}").ToList();
        teks.Append("\n### ").Append(isi["summary"]).Append('\n')
            .Append(metode).Append(" {{alamat}}").Append(jalur.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal))
            .Append(kueri.Count > 0 ? "?" + string.Join('&', kueri) : "").Append('\n');
        if (isi["security"] is not JsonArray { Count: 0 }) teks.Append("Authorization: Bearer {{token}}\n");
        foreach (var (nama, _) in Parameter(isi, "header")) teks.Append(nama).Append(": ").Append(nama == "If-Match" ? "\"1\"" : "{{$guid}}").Append('\n');
        if (isi["requestBody"]?["content"]?.AsObject() is not { Count: > 0 } badan) return;
        var (tipe, media) = badan.FirstOrDefault(b => b.Key == Json, badan.First());
        var contoh = media!["schema"] is { } skema ? Contoh(akar, skema) : null;
        if (tipe.StartsWith("multipart/", StringComparison.Ordinal)) Bagian(teks, media["schema"]!, contoh as JsonObject);
        else teks.Append("Content-Type: ").Append(tipe).Append("\n\n").Append(contoh is null ? "< ./berkas" : tipe == Json ? contoh.ToJsonString(Rapi) : contoh.ToJsonString()).Append('\n');
    }

    private static void Bagian(StringBuilder teks, JsonNode skema, JsonObject? contoh)
    {
        teks.Append("Content-Type: multipart/form-data; boundary=").Append(Batas).Append("\n\n");
        foreach (var (nama, bagian) in skema["properties"]?.AsObject() ?? [])
        {
            teks.Append("--").Append(Batas).Append("\nContent-Disposition: form-data; name=\"").Append(nama).Append('"');
            if ((string?)bagian!["format"] == "binary") teks.Append("; filename=\"berkas.pdf\"\nContent-Type: application/pdf\n\n< ../samples/F-1.02.pdf\n");
            else teks.Append("\nContent-Type: application/json\n\n").Append(contoh?[nama]?.ToJsonString(Rapi) ?? "{}").Append('\n');
        }
        teks.Append("--").Append(Batas).Append("--\n");
    }

    // The example of a schema, following references and the parts of an object.
    private static JsonNode? Contoh(JsonObject akar, JsonNode skema)
    {
        if (skema["$ref"] is { } acuan) return Contoh(akar, akar["components"]!["schemas"]![((string)acuan!).Split('/')[^1]]!);
        if (skema["examples"] is JsonArray { Count: > 0 } contoh) return contoh[0]!.DeepClone();
        if (skema["properties"] is not JsonObject isi) return null;
        var objek = new JsonObject();
        foreach (var (nama, bagian) in isi)
        {
            if (Contoh(akar, bagian!) is { } nilai) objek[nama] = nilai;
        }
        return objek;
    }

    private static IEnumerable<(string Nama, string Contoh)> Parameter(JsonObject operasi, string tempat, bool wajibSaja = false) =>
        (operasi["parameters"] as JsonArray ?? []).Where(p => (string)p!["in"]! == tempat && (!wajibSaja || (bool?)p["required"] == true))
            .Select(p => ((string)p!["name"]!, p["example"]?.ToString() ?? "isi"));
}
