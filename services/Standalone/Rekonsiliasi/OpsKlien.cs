using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Dukcapil.Contracts;

namespace Dukcapil.Standalone.Rekonsiliasi;

/// <summary>The operators' API (role OPS) of a system, one process or many.</summary>
internal sealed class OpsKlien : IDisposable
{
    private readonly HttpClient http;

    /// <param name="alamat">Origin.</param>
    /// <param name="token">Access token with role OPS.</param>
    public OpsKlien(Uri alamat, string token)
    {
        http = new HttpClient { BaseAddress = alamat, Timeout = TimeSpan.FromSeconds(30) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Services that own tasks.</summary>
    public static IReadOnlyList<string> PemilikTugas { get; } = [ServiceNames.Intake, ServiceNames.Approval, ServiceNames.Registry];

    /// <summary>One look at everything.</summary>
    /// <exception cref="HttpRequestException">A service is away, or the token is not accepted.</exception>
    public async Task<Potret> PotretAsync(CancellationToken cancellationToken)
    {
        var permohonan = await BerhalamanAsync<PermohonanTerbuka>(ServiceNames.Intake, "permohonan-terbuka", p => p.PermohonanId, cancellationToken);
        var alur = await BerhalamanAsync<AlurTerbuka>(ServiceNames.Workflow, "alur-terbuka", a => a.PermohonanId, cancellationToken);
        var tugas = new Dictionary<string, IReadOnlyList<TugasTerbuka>>(StringComparer.Ordinal);
        foreach (var layanan in PemilikTugas) tugas[layanan] = await TugasAsync(layanan, cancellationToken);
        return new Potret(permohonan.Select(p => p.PermohonanId).ToHashSet(), alur, tugas, await PesanAsync(cancellationToken));
    }

    /// <summary>State of the messages of every service.</summary>
    public async Task<IReadOnlyDictionary<string, KeadaanPesan>> PesanAsync(CancellationToken cancellationToken)
    {
        var pesan = new Dictionary<string, KeadaanPesan>(StringComparer.Ordinal);
        foreach (var layanan in ServiceNames.All) pesan[layanan] = await BacaAsync<KeadaanPesan>($"/api/v1/ops/{layanan}/pesan", cancellationToken);
        return pesan;
    }

    /// <summary>Sends the parked messages of a service on their way again; how many.</summary>
    public async Task<int> KirimUlangGalatAsync(string layanan, CancellationToken cancellationToken)
    {
        using var jawaban = await http.PostAsync($"/api/v1/ops/{layanan}/pesan-galat/kirim-ulang", null, cancellationToken);
        jawaban.EnsureSuccessStatusCode();
        return (await jawaban.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("dikirimUlang").GetInt32();
    }

    /// <summary>Seals everything of a service that is under an older key anew; how many values and files.</summary>
    public async Task<(int Nilai, int Berkas)> SegelUlangAsync(string layanan, CancellationToken cancellationToken)
    {
        using var jawaban = await http.PostAsync($"/api/v1/ops/{layanan}/segel-ulang", null, cancellationToken);
        jawaban.EnsureSuccessStatusCode();
        var json = await jawaban.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return (json.GetProperty("nilai").GetInt32(), json.GetProperty("berkas").GetInt32());
    }

    /// <summary>A repairing request. False when what it would repair is gone by now.</summary>
    public async Task<bool> PerbaikiAsync(string path, CancellationToken cancellationToken)
    {
        using var jawaban = await http.PostAsync(path, null, cancellationToken);
        if (jawaban.StatusCode == System.Net.HttpStatusCode.NotFound) return false;
        jawaban.EnsureSuccessStatusCode();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    // Answers a plain list, ordered by id; an empty page is the end.
    private async Task<IReadOnlyList<T>> BerhalamanAsync<T>(string layanan, string daftar, Func<T, Guid> id, CancellationToken cancellationToken)
    {
        var semua = new List<T>();
        while (true)
        {
            var sesudah = semua.Count == 0 ? "" : $"?sesudah={id(semua[^1])}";
            var halaman = await BacaAsync<List<T>>($"/api/v1/ops/{layanan}/{daftar}{sesudah}", cancellationToken);
            if (halaman.Count == 0) return semua;
            semua.AddRange(halaman);
        }
    }

    private async Task<IReadOnlyList<TugasTerbuka>> TugasAsync(string layanan, CancellationToken cancellationToken)
    {
        var semua = new List<TugasTerbuka>();
        string? sesudah = null;
        do
        {
            var halaman = await BacaAsync<HalamanTugas>(
                $"/api/v1/ops/{layanan}/tugas-terbuka?batas=1000" + (sesudah is null ? "" : "&sesudah=" + Uri.EscapeDataString(sesudah)), cancellationToken);
            semua.AddRange(halaman.Tugas);
            sesudah = halaman.Berikut;
        }
        while (sesudah is not null);
        return semua;
    }

    private async Task<T> BacaAsync<T>(string path, CancellationToken cancellationToken) =>
        await http.GetFromJsonAsync<T>(path, cancellationToken) ?? throw new HttpRequestException($"{path} menjawab kosong.");

    private sealed record PermohonanTerbuka(Guid PermohonanId);

    private sealed record HalamanTugas(IReadOnlyList<TugasTerbuka> Tugas, string? Berikut);
}
