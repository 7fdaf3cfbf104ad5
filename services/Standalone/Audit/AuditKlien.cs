using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Hosting;

namespace Dukcapil.Standalone.Audit;

/// <summary>A line and whose journal it stands in.</summary>
internal sealed record CatatanLayanan(string Layanan, RincianCatatan Catatan);

/// <summary>The auditor's API of all services.</summary>
internal sealed class AuditKlien : IDisposable
{
    private const int Sekaligus = 500;
    private readonly HttpClient http;

    /// <param name="alamat">Origin.</param>
    /// <param name="token">Access token with role AUDITOR or scope <c>audit</c>.</param>
    public AuditKlien(Uri alamat, string token)
    {
        http = new HttpClient { BaseAddress = alamat, Timeout = TimeSpan.FromSeconds(60) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Everything that the services did with the data of a person or family, oldest first.</summary>
    /// <param name="nomor">NIK or Nomor KK.</param>
    /// <param name="tujuan">What for.</param>
    /// <param name="dari">From this moment on.</param>
    /// <param name="sampai">Before this moment.</param>
    /// <param name="hanyaBaca">Only who saw them.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="HttpRequestException">A service is away or refuses.</exception>
    public async Task<IReadOnlyList<CatatanLayanan>> TentangAsync(
        string nomor, string tujuan, DateTimeOffset? dari, DateTimeOffset? sampai, bool hanyaBaca, CancellationToken cancellationToken)
    {
        var permohonan = new List<PermohonanOrang>();
        foreach (var layanan in ServiceNames.All)
        {
            // The same digits may be a NIK here and a Nomor KK there; each has an index of its own.
            permohonan.AddRange(await KirimAsync<List<PermohonanOrang>>(layanan, "orang", new CariOrang(tujuan, Nik: nomor), cancellationToken));
            permohonan.AddRange(await KirimAsync<List<PermohonanOrang>>(layanan, "orang", new CariOrang(tujuan, NomorKk: nomor), cancellationToken));
        }
        var semua = new List<CatatanLayanan>();
        var berkas = permohonan.GroupBy(p => p.PermohonanId).Select(g => new PermohonanOrang(g.Key, g.Min(p => p.Sejak))).ToList();
        foreach (var bagian in berkas.Chunk(Sekaligus))
        {
            foreach (var layanan in ServiceNames.All)
                await BacaAsync(layanan, new CariCatatan(tujuan, bagian, null, dari, sampai, hanyaBaca, Batas: 1000), semua, cancellationToken);
        }
        return [.. semua.OrderBy(c => c.Catatan.Pada)];
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task BacaAsync(string layanan, CariCatatan cari, List<CatatanLayanan> semua, CancellationToken cancellationToken)
    {
        for (long? sesudah = null; ;)
        {
            var halaman = await KirimAsync<HalamanCatatan>(layanan, "catatan", cari with { Sesudah = sesudah }, cancellationToken);
            semua.AddRange(halaman.Catatan.Select(c => new CatatanLayanan(layanan, c)));
            if ((sesudah = halaman.Berikut) is null) return;
        }
    }

    private async Task<T> KirimAsync<T>(string layanan, string apa, object isi, CancellationToken cancellationToken)
    {
        using var jawaban = await http.PostAsJsonAsync($"{PublicPaths.AuditOf(layanan)}/{apa}", isi, ApiJson.Options, cancellationToken);
        if (!jawaban.IsSuccessStatusCode) throw new HttpRequestException($"{layanan} menjawab {(int)jawaban.StatusCode}.");
        return (await jawaban.Content.ReadFromJsonAsync<T>(JsonSerializerOptions.Web, cancellationToken))!;
    }
}
