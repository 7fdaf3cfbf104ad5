using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Dukcapil.TestServices;

/// <summary>Somebody who calls the service over HTTP.</summary>
public sealed class Klien(Uri alamat, string? token)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Where the service is.</summary>
    public Uri Alamat => alamat;

    /// <summary>The access token it calls with; null: none.</summary>
    public string? Token => token;

    /// <summary>Reads.</summary>
    public Task<Jawaban> BacaAsync(string jalur) => KirimAsync(HttpMethod.Get, jalur);

    /// <summary>Posts JSON, with an idempotency key of its own.</summary>
    public Task<Jawaban> KirimJsonAsync(string jalur, object? isi = null) => KirimAsync(HttpMethod.Post, jalur, isi ?? new { });

    /// <summary>Posts a file.</summary>
    public Task<Jawaban> KirimBerkasAsync(string jalur, byte[] isi, string jenis) =>
        KirimAsync(HttpMethod.Post, jalur, new ByteArrayContent(isi) { Headers = { ContentType = new MediaTypeHeaderValue(jenis) } });

    /// <summary>Sends one request; what is no <see cref="HttpContent"/> goes as JSON.</summary>
    public async Task<Jawaban> KirimAsync(HttpMethod metode, string jalur, object? isi = null, string? cocok = null)
    {
        using var permintaan = Permintaan(metode, jalur);
        if (isi is not null) permintaan.Content = isi as HttpContent ?? new StringContent(JsonSerializer.Serialize(isi, JsonSerializerOptions.Web), Encoding.UTF8, "application/json");
        if (cocok is not null) permintaan.Headers.TryAddWithoutValidation("If-Match", cocok);
        if (metode == HttpMethod.Post) permintaan.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var jawaban = await Http.SendAsync(permintaan);
        return new Jawaban((int)jawaban.StatusCode, await jawaban.Content.ReadAsByteArrayAsync(), jawaban.Content.Headers.ContentType?.MediaType, jawaban.Headers.ETag?.ToString());
    }

    /// <summary>Sends a request as it is, and answers when its headers are there.</summary>
    public async Task<HttpResponseMessage> BukaAsync(HttpMethod metode, string jalur, HttpContent? isi = null, params (string Nama, string Nilai)[] kepala)
    {
        using var permintaan = Permintaan(metode, jalur);
        permintaan.Content = isi;
        foreach (var (nama, nilai) in kepala) permintaan.Headers.TryAddWithoutValidation(nama, nilai);
        return await Http.SendAsync(permintaan, HttpCompletionOption.ResponseHeadersRead);
    }

    private HttpRequestMessage Permintaan(HttpMethod metode, string jalur) => new(metode, new Uri(alamat, jalur))
    {
        Headers = { Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token) },
    };
}

/// <summary>An HTTP answer as the caller sees it.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Bita">The body.</param>
/// <param name="Jenis">Its media type.</param>
/// <param name="ETag">Version of what was read.</param>
public sealed record Jawaban(int Status, byte[] Bita, string? Jenis, string? ETag = null)
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
