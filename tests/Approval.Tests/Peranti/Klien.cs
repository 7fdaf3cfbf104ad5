using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dukcapil.Workflow.Tests.Peranti;

/// <summary>Somebody who calls the service over HTTP.</summary>
public sealed class Klien(Uri alamat, string? token)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Reads.</summary>
    public Task<Jawaban> BacaAsync(string jalur) => KirimAsync(HttpMethod.Get, jalur);

    /// <summary>Deletes.</summary>
    public Task<Jawaban> HapusAsync(string jalur) => KirimAsync(HttpMethod.Delete, jalur);

    /// <summary>Posts JSON: text as it stands, anything else serialized.</summary>
    public Task<Jawaban> KirimJsonAsync(string jalur, object? isi = null) => KirimAsync(HttpMethod.Post, jalur, Json(isi ?? "{}"));

    /// <summary>Sends one request.</summary>
    public async Task<Jawaban> KirimAsync(HttpMethod metode, string jalur, HttpContent? isi = null)
    {
        using var permintaan = new HttpRequestMessage(metode, new Uri(alamat, jalur)) { Content = isi };
        if (token is not null) permintaan.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var jawaban = await Http.SendAsync(permintaan);
        return new Jawaban(
            (int)jawaban.StatusCode, jawaban.Content.Headers.ContentType?.MediaType, await jawaban.Content.ReadAsByteArrayAsync(),
            jawaban.Content.Headers.ContentDisposition?.FileNameStar ?? jawaban.Content.Headers.ContentDisposition?.FileName)
        {
            Kepala = jawaban.Headers.ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase),
        };
    }

    /// <summary>A JSON body.</summary>
    public static StringContent Json(object isi) => new(
        isi as string ?? (isi as JsonNode)?.ToJsonString() ?? JsonSerializer.Serialize(isi, JsonSerializerOptions.Web), Encoding.UTF8, "application/json");
}

/// <summary>An HTTP answer as the caller sees it.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="JenisIsi">Media type of the body.</param>
/// <param name="Bita">The body.</param>
/// <param name="NamaBerkas">File name of a download.</param>
public sealed record Jawaban(int Status, string? JenisIsi, byte[] Bita, string? NamaBerkas)
{
    /// <summary>Headers of the answer.</summary>
    public IReadOnlyDictionary<string, string> Kepala { get; init; } = new Dictionary<string, string>();

    /// <summary>The body as text.</summary>
    public string Isi => Encoding.UTF8.GetString(Bita);

    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Bita);

    /// <summary>The body as JSON that can be changed.</summary>
    public JsonObject Objek => JsonNode.Parse(Bita)!.AsObject();

    /// <summary>Fails with the body when the status is another.</summary>
    public Jawaban Harus(int status)
    {
        Assert.True(Status == status, $"Diharapkan {status}, dijawab {Status}: {Isi}");
        return this;
    }
}
