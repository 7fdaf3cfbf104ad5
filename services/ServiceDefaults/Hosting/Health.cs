using System.Text.Json;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dukcapil.ServiceDefaults.Hosting;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work, and if not, what is wrong. Without the database it cannot (503);
/// without the broker officers go on and messages wait (200, <c>Degraded</c>).
/// </summary>
internal static class Health
{
    private const string RetryAfterSeconds = "5";

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).Terbuka("tanpa data");
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready"), ResponseWriter = WriteAsync })
            .Terbuka("tanpa data");
    }

    // What a check says of itself, not the exception: addresses and names of accounts are nobody's business here.
    private static Task WriteAsync(HttpContext http, HealthReport report)
    {
        if (report.Status == HealthStatus.Unhealthy) http.Response.Headers.RetryAfter = RetryAfterSeconds;
        var checks = report.Entries.ToDictionary(e => e.Key, e => new { status = e.Value.Status.ToString(), keterangan = e.Value.Description });
        return http.Response.WriteAsJsonAsync(new { status = report.Status.ToString(), periksa = checks }, JsonSerializerOptions.Web);
    }
}

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseHealth(ServiceDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            if (await db.Database.CanConnectAsync(cancellationToken)) return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (DatabaseFaults.IsInfrastructure(e))
        {
            // Said below, whichever way it shows.
        }
        return HealthCheckResult.Unhealthy("Basis data tidak menjawab.");
    }
}
