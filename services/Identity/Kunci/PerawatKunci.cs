using Dukcapil.ServiceDefaults.Database;

namespace Dukcapil.Identity.Kunci;

/// <summary>Reads the keys before the first request, and again every minute: another replica may have made one, or one is due.</summary>
internal sealed class PerawatKunci(CincinKunci cincin, TimeProvider time, ILogger<PerawatKunci> log) : BackgroundService
{
    private static readonly TimeSpan Setiap = TimeSpan.FromMinutes(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await cincin.SegarkanAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Setiap, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await cincin.SegarkanAsync(stoppingToken);
            }
            catch (Exception e) when (DatabaseFaults.IsInfrastructure(e))
            {
                // The keys at hand go on; the next minute asks again.
                log.LogWarning("Keys could not be read: {Fault}", e.GetType().Name);
            }
        }
    }
}
