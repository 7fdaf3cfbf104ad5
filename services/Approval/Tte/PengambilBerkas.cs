using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Dukcapil.ServiceDefaults.Audit;

namespace Dukcapil.Approval.Tte;

/// <summary>
/// Fetches the file to sign from the Registry, in the name of the officer who signs: with that officer's token, as a reveal that stands in the Registry's journal. It is
/// in memory for the length of the signature and is not kept here.
/// </summary>
public sealed class PengambilBerkas(IHttpClientFactory clients, SetelanTte setelan)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string Klien = "registri";

    private static readonly PermintaanUngkap Alasan = new("Ditandatangani secara elektronik oleh pejabat yang memegang tugasnya.");

    /// <summary>The file, or null when it cannot be had or is another one.</summary>
    public async Task<byte[]?> AmbilAsync(Guid permohonan, string sha256, AuthenticationHeaderValue petugas)
    {
        using var habis = new CancellationTokenSource(setelan.Batas);
        using var permintaan = new HttpRequestMessage(HttpMethod.Post, new Uri(setelan.Registri!, $"api/v1/registri/permohonan/{permohonan}/berkas-siak/unduh"))
        {
            Content = JsonContent.Create(Alasan),
        };
        permintaan.Headers.Authorization = petugas;
        try
        {
            using var klien = clients.CreateClient(Klien);
            using var jawaban = await klien.SendAsync(permintaan, habis.Token);
            if (!jawaban.IsSuccessStatusCode) return null;
            var pdf = await jawaban.Content.ReadAsByteArrayAsync(habis.Token);
            return Convert.ToHexStringLower(SHA256.HashData(pdf)) == sha256 ? pdf : null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }
}
