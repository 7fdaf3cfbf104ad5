using System.Threading.RateLimiting;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.RateLimiting;

namespace Dukcapil.Registry.Verifikasi;

/// <summary>Request: is this paper ours?</summary>
/// <param name="Kode">Code on the paper, however it was typed.</param>
public sealed record PermintaanPeriksa(string Kode);

/// <summary>
/// Public verification of our own papers, as JSON and as a page. The code travels in the body: it collects a card, so it belongs in no address and no log.
/// </summary>
internal static class VerifikasiApi
{
    private const string Kebijakan = "verifikasi", JenisForm = "application/x-www-form-urlencoded";
    private const int PerMenit = 30, FormTerbesar = 4096;

    public static void AddVerifikasi(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<PemeriksaDokumen>();
        var perMenit = builder.Configuration.GetValue("BatasLaju:Verifikasi:PerMenit", PerMenit);
        builder.Services.Configure<RateLimiterOptions>(options => options.AddPolicy(Kebijakan, http => RateLimitPartition.GetFixedWindowLimiter(
            $"{http.Connection.RemoteIpAddress}", _ => new FixedWindowRateLimiterOptions { PermitLimit = perMenit, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 })));
    }

    public static void MapVerifikasi(this WebApplication app)
    {
        app.MapPost("/api/v1/verifikasi", async Task<Results<Ok<HasilPeriksa>, ProblemHttpResult>> (
            PermintaanPeriksa permintaan, PemeriksaDokumen pemeriksa, CancellationToken token) =>
            await pemeriksa.PeriksaAsync(permintaan.Kode, token) is { } hasil ? TypedResults.Ok(hasil) : Masalah.TidakDitemukan("Dokumen dengan kode itu"))
            .WithTags("Verifikasi").WithRequestLimit(FormTerbesar).ProducesProblem(404).ProducesProblem(429)
            .Terbuka("kode yang tidak dapat ditebak; batas laju sendiri; tanpa data pribadi").RequireRateLimiting(Kebijakan)
            .WithSummary("Periksa tanda bukti pengambilan atau bukti penyerahan menurut kode pada QR-nya");

        app.MapGet("/periksa", HalamanPeriksa.Form).Terbuka("tanpa data").ExcludeFromDescription();
        app.MapPost("/periksa", async (PemeriksaDokumen pemeriksa, HttpContext http, CancellationToken token) =>
        {
            if (http.Request.ContentType?.StartsWith(JenisForm, StringComparison.OrdinalIgnoreCase) != true) return HalamanPeriksa.Hasil(http, null);
            var form = await http.Request.ReadFormAsync(token);
            return HalamanPeriksa.Hasil(http, await pemeriksa.PeriksaAsync(form["kode"], token));
        })
            .WithRequestLimit(FormTerbesar).Terbuka("kode yang tidak dapat ditebak; batas laju sendiri; tanpa data pribadi").RequireRateLimiting(Kebijakan)
            .ExcludeFromDescription();
    }
}
