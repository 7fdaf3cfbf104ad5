using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Dukcapil.Approval.Tests.Peranti;

/// <summary>An event of the stream.</summary>
public sealed record Peristiwa(string Jenis, string? Id, JsonElement Isi)
{
    /// <summary>The task it is about.</summary>
    public string? TugasId => Isi.TryGetProperty("tugas", out var tugas) ? tugas.GetProperty("tugasId").GetString() : null;
}

/// <summary>An open stream, read as a browser reads it.</summary>
public sealed class AliranTerbuka : IAsyncDisposable
{
    private static readonly TimeSpan Paling = TimeSpan.FromSeconds(10);
    private readonly HttpResponseMessage jawaban;
    private IAsyncEnumerator<SseItem<string>>? isi;

    internal AliranTerbuka(HttpResponseMessage jawaban) => this.jawaban = jawaban;

    /// <summary>HTTP status.</summary>
    public int Status => (int)jawaban.StatusCode;

    /// <summary>Media type.</summary>
    public string? Jenis => jawaban.Content.Headers.ContentType?.MediaType;

    /// <summary>The next event; null at the end.</summary>
    public async Task<Peristiwa?> BerikutAsync()
    {
        isi ??= SseParser.Create(await jawaban.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator();
        if (!await isi.MoveNextAsync().AsTask().WaitAsync(Paling)) return null;
        return new Peristiwa(isi.Current.EventType, isi.Current.EventId, JsonSerializer.Deserialize<JsonElement>(isi.Current.Data));
    }

    /// <summary>The next event of a kind; heartbeats and others before it are passed over.</summary>
    public async Task<Peristiwa> TungguAsync(string jenis, Func<Peristiwa, bool>? yang = null)
    {
        while (await BerikutAsync() is { } p)
        {
            if (p.Jenis == jenis && yang?.Invoke(p) != false) return p;
        }
        throw new InvalidOperationException($"Aliran berakhir sebelum {jenis}.");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        // Closes the connection, as a screen that is left does; a reading that has not ended ends with it.
        jawaban.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>Opens streams.</summary>
internal static class PembukaAliran
{
    /// <summary>Opens the stream of changes, from the event given on.</summary>
    public static async Task<AliranTerbuka> BukaAliranAsync(this Klien klien, string? sejak = null) =>
        new(await klien.BukaAsync(HttpMethod.Get, "/api/v1/tugas/aliran", null, sejak is null ? [] : [("Last-Event-ID", sejak)]));
}
