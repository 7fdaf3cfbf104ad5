using System.Globalization;
using System.Threading.RateLimiting;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.ServiceDefaults.Hosting;

/// <summary>
/// Requests per caller: an officer or client system by id, everybody else by address. A bucket that fills steadily; empty means 429 with
/// <c>Retry-After</c>. Section <c>BatasLaju</c>: <c>PerDetik</c> and <c>Cadangan</c> (with token), <c>TanpaToken:PerDetik</c> and <c>:Cadangan</c>, and
/// <c>Pemanggil:{id}</c> with the same two for one officer or client system by its <c>sub</c>; what is left out there is as for everybody.
/// Counted per replica.
/// </summary>
internal static class BatasLaju
{
    private const int PerDetik = 500, Cadangan = 1000, TanpaTokenPerDetik = 50, TanpaTokenCadangan = 200;

    public static void AddBatasLaju(this WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection("BatasLaju");
        var (dengan, tanpa) = (Wadah(section, PerDetik, Cadangan), Wadah(section.GetSection("TanpaToken"), TanpaTokenPerDetik, TanpaTokenCadangan));
        var bernama = section.GetSection("Pemanggil").GetChildren()
            .ToDictionary(s => s.Key, s => Wadah(s, dengan.TokensPerPeriod, dengan.TokenLimit), StringComparer.Ordinal);
        builder.Services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
                // Whoever watches the system must see it when it is busiest.
                http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) ? RateLimitPartition.GetNoLimiter("")
                : http.User.FindFirst(ClaimNames.Subject) is { } id ? RateLimitPartition.GetTokenBucketLimiter("id " + id.Value, _ => bernama.GetValueOrDefault(id.Value, dengan))
                : RateLimitPartition.GetTokenBucketLimiter("ip " + http.Connection.RemoteIpAddress, _ => tanpa));
            options.OnRejected = TolakAsync;
        });
    }

    private static TokenBucketRateLimiterOptions Wadah(IConfiguration section, int perDetik, int cadangan) => new()
    {
        TokenLimit = section.GetValue("Cadangan", cadangan),
        TokensPerPeriod = section.GetValue("PerDetik", perDetik),
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    };

    private static async ValueTask TolakAsync(OnRejectedContext context, CancellationToken token)
    {
        var tunggu = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var sampai) ? Math.Max(1, Math.Ceiling(sampai.TotalSeconds)) : 1;
        context.HttpContext.Response.Headers.RetryAfter = tunggu.ToString(CultureInfo.InvariantCulture);
        await Masalah.Buat(
            StatusCodes.Status429TooManyRequests, "terlalu-banyak-permintaan", "Terlalu banyak permintaan",
            "Pemanggil ini mengirim permintaan lebih cepat daripada batasnya. Ulangi setelah jeda pada header Retry-After.").ExecuteAsync(context.HttpContext);
    }
}
