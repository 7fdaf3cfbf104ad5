using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dukcapil.Benchmarks.Sistem;

/// <summary>Takes what the services export (OTLP over HTTP) and throws it away: the other end of the traces whose cost is measured.</summary>
internal sealed class PenampungJejak : IAsyncDisposable
{
    private readonly WebApplication app;
    private long bita;

    private PenampungJejak(WebApplication app) => this.app = app;

    public string Alamat => app.Urls.First();

    /// <summary>Bytes taken so far.</summary>
    public long Bita => Interlocked.Read(ref bita);

    public static async Task<PenampungJejak> MulaiAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var penampung = new PenampungJejak(builder.Build());
        penampung.app.MapPost("/v1/{jenis}", async (HttpRequest permintaan) =>
        {
            using var isi = new MemoryStream();
            await permintaan.Body.CopyToAsync(isi);
            Interlocked.Add(ref penampung.bita, isi.Length);
            return Results.Bytes([], "application/x-protobuf");
        });
        await penampung.app.StartAsync();
        return penampung;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
