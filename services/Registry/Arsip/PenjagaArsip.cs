using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Arsip;

/// <summary>Lets the integrity check run once per turn of <c>Registry:PeriksaArsipJam</c>, on one replica.</summary>
internal sealed class PenjagaArsip(IServiceScopeFactory scopes, SetelanRegistri setelan, TimeProvider time, ILogger<PenjagaArsip> log) : PersistentWorker(log)
{
    private static readonly TimeSpan Jeda = TimeSpan.FromMinutes(1);

    protected override async Task RoundAsync(CancellationToken cancellationToken)
    {
        var giliran = time.GetUtcNow().UtcTicks / setelan.PeriksaArsip.Ticks;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<RegistryDb>();
            if (!await db.PemeriksaanArsip.AnyAsync(p => p.Giliran == giliran, cancellationToken))
            {
                try
                {
                    await scope.ServiceProvider.GetRequiredService<PemeriksaArsip>().JalankanAsync(giliran, cancellationToken);
                }
                catch (DbUpdateException e) when (DatabaseFaults.IsConflict(e))
                {
                    // Another replica has this turn.
                }
            }
        }
        await Task.Delay(Jeda, cancellationToken);
    }
}
