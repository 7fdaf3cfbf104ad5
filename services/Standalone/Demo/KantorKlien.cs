using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dukcapil.Standalone.Hosting;

namespace Dukcapil.Standalone.Demo;

/// <summary>
/// The public API as an officer's program or a filing system uses it: HTTP alone, nothing of the services. Demonstration, end-to-end tests and
/// load drive the system through it. Thread-safe; times out after 30 seconds per request.
/// </summary>
internal sealed partial class KantorKlien : IDisposable
{
    public const string Loket = "LOKET";
    private readonly HttpClient http;
    private readonly Func<string, Task<string>> tokenUntuk;
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> token = new(StringComparer.Ordinal);

    /// <param name="alamat">Origin of the system.</param>
    /// <param name="tokenUntuk">Access token by role code; <see cref="TokenKlien.AwalanSistem"/> for a client system.</param>
    public KantorKlien(Uri alamat, Func<string, Task<string>> tokenUntuk)
    {
        this.tokenUntuk = tokenUntuk;
        http = new HttpClient { BaseAddress = alamat, Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>Officers of the example office, with tokens from the issuer, asked for with the key of a data folder.</summary>
    public static KantorKlien DariData(Uri alamat, DataFolder data) => new(alamat, peran => TokenKlien.UntukAsync(alamat, data, peran));

    /// <summary>SOP step 1: files an application. JSON alone without attachments, else multipart with a part per requirement code.</summary>
    /// <exception cref="PermintaanDitolakException">Refused.</exception>
    public Task<PengajuanKlien> AjukanAsync(
        JsonNode isi, IReadOnlyDictionary<string, byte[]>? lampiran = null, string? idempotencyKey = null, string peran = Loket,
        CancellationToken token = default) =>
        AjukanKeAsync("/api/v1/permohonan", isi, lampiran, idempotencyKey, peran, token);

    /// <summary>Completes an application that was returned to the applicant; what <paramref name="isi"/> leaves out stays as it was.</summary>
    /// <exception cref="PermintaanDitolakException">Refused.</exception>
    public Task<PengajuanKlien> AjukanUlangAsync(
        Guid permohonanId, JsonNode? isi = null, IReadOnlyDictionary<string, byte[]>? lampiran = null, string? idempotencyKey = null, string peran = Loket,
        CancellationToken token = default) =>
        AjukanKeAsync($"/api/v1/permohonan/{permohonanId}/ajukan-ulang", isi ?? new JsonObject(), lampiran, idempotencyKey, peran, token);

    /// <summary>The application as an officer sees it.</summary>
    public Task<JsonNode> PermohonanAsync(Guid permohonanId, string peran = Loket, CancellationToken token = default) =>
        BacaAsync(peran, $"/api/v1/permohonan/{permohonanId}", token);

    /// <summary>The steps taken so far, oldest first.</summary>
    public async Task<JsonArray> RiwayatAsync(Guid permohonanId, string peran = Loket, CancellationToken token = default) =>
        (await BacaAsync(peran, $"/api/v1/permohonan/{permohonanId}/riwayat", token)).AsArray();

    /// <summary>What anybody sees who has the tracking code; sent without token.</summary>
    public Task<JsonNode> LacakAsync(string kodeLacak, CancellationToken token = default) => BacaAsync(null, $"/api/v1/lacak/{kodeLacak}", token);

    /// <summary>Any JSON resource.</summary>
    /// <exception cref="PermintaanDitolakException">Not 2xx.</exception>
    public async Task<JsonNode> BacaAsync(string? peran, string path, CancellationToken token = default)
    {
        using var jawaban = await KirimAsync(peran, HttpMethod.Get, path, token: token);
        return await JsonAsync("GET " + path, jawaban, token);
    }

    /// <summary>A document, for example a konsep as PDF.</summary>
    /// <exception cref="PermintaanDitolakException">Not 2xx.</exception>
    public async Task<byte[]> UnduhAsync(string path, string peran = Loket, CancellationToken token = default)
    {
        using var jawaban = await KirimAsync(peran, HttpMethod.Get, path, token: token);
        if (!jawaban.IsSuccessStatusCode) throw await PermintaanDitolakException.DariAsync("GET " + path, jawaban, token);
        return await jawaban.Content.ReadAsByteArrayAsync(token);
    }

    /// <summary>Any request, whatever it is answered. No role: no token.</summary>
    public async Task<HttpResponseMessage> KirimAsync(
        string? peran, HttpMethod method, string path, HttpContent? content = null, IReadOnlyDictionary<string, string>? headers = null,
        CancellationToken token = default)
    {
        using var permintaan = new HttpRequestMessage(method, path) { Content = content };
        if (peran is not null)
        {
            var milik = this.token.GetOrAdd(peran, p => new Lazy<Task<string>>(() => tokenUntuk(p)));
            permintaan.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await milik.Value);
        }
        foreach (var (nama, nilai) in headers ?? new Dictionary<string, string>()) permintaan.Headers.Add(nama, nilai);
        return await http.SendAsync(permintaan, token);
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<PengajuanKlien> AjukanKeAsync(
        string path, JsonNode isi, IReadOnlyDictionary<string, byte[]>? lampiran, string? idempotencyKey, string peran, CancellationToken token)
    {
        using var content = Isi(isi, lampiran);
        var headers = new Dictionary<string, string> { ["Idempotency-Key"] = idempotencyKey ?? Guid.CreateVersion7().ToString() };
        using var jawaban = await KirimAsync(peran, HttpMethod.Post, path, content, headers, token);
        return PengajuanKlien.Dari(await JsonAsync("POST " + path, jawaban, token));
    }

    private static HttpContent Isi(JsonNode isi, IReadOnlyDictionary<string, byte[]>? lampiran)
    {
        if (lampiran is null || lampiran.Count == 0) return JsonContent.Create(isi);
        var multipart = new MultipartFormDataContent();
#pragma warning disable CA2000 // The multipart content owns its parts and disposes of them.
        multipart.Add(JsonContent.Create(isi), "permohonan");
        foreach (var (kode, berkas) in lampiran) multipart.Add(new ByteArrayContent(berkas), kode, kode);
#pragma warning restore CA2000
        return multipart;
    }

    private static async Task<JsonNode> JsonAsync(string permintaan, HttpResponseMessage jawaban, CancellationToken token)
    {
        if (!jawaban.IsSuccessStatusCode) throw await PermintaanDitolakException.DariAsync(permintaan, jawaban, token);
        return (await jawaban.Content.ReadFromJsonAsync<JsonNode>(token))!;
    }
}
