using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dukcapil.Tte.Tests.Peranti;

/// <summary>Stands for the Registry: gives the file of an application to whoever comes with a token.</summary>
internal sealed class RegistriTiruan : IAsyncDisposable
{
    private readonly WebApplication aplikasi;

    private RegistriTiruan(WebApplication aplikasi) => this.aplikasi = aplikasi;

    public ConcurrentDictionary<Guid, byte[]> Berkas { get; } = new();

    public Uri Alamat => new(aplikasi.Urls.First());

    public static async Task<RegistriTiruan> MulaiAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var registri = new RegistriTiruan(builder.Build());
        registri.aplikasi.MapPost("/api/v1/registri/permohonan/{id:guid}/berkas-siak/unduh", (Guid id, HttpRequest permintaan) =>
            !permintaan.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.Ordinal) ? Results.Unauthorized()
            : registri.Berkas.TryGetValue(id, out var pdf) ? Results.Bytes(pdf, "application/pdf") : Results.NotFound());
        await registri.aplikasi.StartAsync();
        return registri;
    }

    public ValueTask DisposeAsync() => aplikasi.DisposeAsync();
}
