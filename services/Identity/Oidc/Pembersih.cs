using Dukcapil.Identity.Database;
using Dukcapil.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;

namespace Dukcapil.Identity.Oidc;

/// <summary>Once an hour: deletes tokens that have ended and sessions that ended long ago, so that the tables stay as large as the office.</summary>
internal sealed class Pembersih(IServiceScopeFactory scopes, TimeProvider time, ILogger<Pembersih> log) : BackgroundService
{
    private static readonly TimeSpan Setiap = TimeSpan.FromHours(1), SimpanToken = TimeSpan.FromDays(1), SimpanSesi = TimeSpan.FromDays(90);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Setiap, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await BersihkanAsync(stoppingToken);
            }
            catch (Exception e) when (DatabaseFaults.IsInfrastructure(e))
            {
                // The next hour tries again.
                log.LogWarning("Ended tokens could not be deleted: {Fault}", e.GetType().Name);
            }
        }
    }

    /// <summary>One round.</summary>
    public async Task BersihkanAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.GetUtcNow();
        // Tokens first: an authorization goes only when nothing rests on it any more.
        await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(now - SimpanToken, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(now - SimpanToken, cancellationToken);
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var (lama, berakhir) = (now - SimpanSesi, now - SimpanToken);
        await db.Sesi.Where(s => s.BerakhirPada < lama).ExecuteDeleteAsync(cancellationToken);
        await db.BuktiTerpakai.Where(b => b.BerakhirPada < berakhir).ExecuteDeleteAsync(cancellationToken);
    }
}
