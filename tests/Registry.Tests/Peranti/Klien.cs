using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Dukcapil.Registry.Tests.Peranti;

/// <summary>Somebody who calls the service over HTTP.</summary>
public sealed class Klien(Uri alamat, string? token)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Reads.</summary>
    public Task<Jawaban> BacaAsync(string jalur) => KirimAsync(HttpMethod.Get, jalur, null);

    /// <summary>Posts JSON, with an idempotency key of its own.</summary>
    public Task<Jawaban> KirimJsonAsync(string jalur, object isi) =>
        KirimAsync(HttpMethod.Post, jalur, new StringContent(JsonSerializer.Serialize(isi, JsonSerializerOptions.Web), Encoding.UTF8, "application/json"));

    /// <summary>Posts a file.</summary>
    public Task<Jawaban> KirimBerkasAsync(string jalur, byte[] isi, string jenis) =>
        KirimAsync(HttpMethod.Post, jalur, new ByteArrayContent(isi) { Headers = { ContentType = new MediaTypeHeaderValue(jenis) } });

    private async Task<Jawaban> KirimAsync(HttpMethod metode, string jalur, HttpContent? isi)
    {
        using var permintaan = new HttpRequestMessage(metode, new Uri(alamat, jalur)) { Content = isi };
        if (token is not null) permintaan.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (metode == HttpMethod.Post) permintaan.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var jawaban = await Http.SendAsync(permintaan);
        return new Jawaban((int)jawaban.StatusCode, await jawaban.Content.ReadAsByteArrayAsync(), jawaban.Content.Headers.ContentType?.MediaType);
    }
}

/// <summary>An HTTP answer as the caller sees it.</summary>
public sealed record Jawaban(int Status, byte[] Bita, string? Jenis)
{
    /// <summary>The body as text.</summary>
    public string Isi => Encoding.UTF8.GetString(Bita);

    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Bita);

    /// <summary>Fails with the body when the status is another.</summary>
    public Jawaban Harus(int status)
    {
        Assert.True(Status == status, $"Diharapkan {status}, dijawab {Status}: {Isi}");
        return this;
    }

    /// <summary>A refusal of this kind; with the field it names.</summary>
    public Jawaban HarusMasalah(int status, string type, string? field = null)
    {
        Harus(status);
        Assert.Equal("urn:dukcapil:masalah:" + type, Json.GetProperty("type").GetString());
        if (field is not null) Assert.True(Json.GetProperty("errors").TryGetProperty(field, out _), $"{field} tidak disebut: {Isi}");
        return this;
    }
}
