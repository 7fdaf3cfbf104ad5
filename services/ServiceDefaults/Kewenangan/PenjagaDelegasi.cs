using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dukcapil.ServiceDefaults.Kewenangan;

/// <summary>
/// Watches the clock over the delegations of this service's copy: one that starts or ends by its date sends no message. Replicas may all do it; the
/// version of a task decides which of them releases it.
/// </summary>
public sealed class PenjagaDelegasi(IServiceScopeFactory scopes, Pelindung pelindung, TimeProvider time, ILogger<PenjagaDelegasi> log) : PersistentWorker(log)
{
    private static readonly TimeSpan Jeda = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc/>
    protected override async Task RoundAsync(CancellationToken cancellationToken)
    {
        await LepasAsync(cancellationToken);
        await Task.Delay(Jeda, cancellationToken);
    }

    /// <summary>Releases what is to be released now.</summary>
    public async Task LepasAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        var salinan = await db.Set<SalinanWewenang>().AsNoTracking().ToListAsync(cancellationToken);
        foreach (var wewenang in salinan.Select(s => pelindung.BukaKolom<WewenangKantor>(s.IsiTersegel)).Where(AdaYangMulai))
        {
            if (await scope.ServiceProvider.GetRequiredService<PelepasTugas>().LepasAsync(wewenang, cancellationToken) == 0) continue;
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another replica, or an officer, was faster; what is left is found by the next round.
                return;
            }
        }
    }

    private bool AdaYangMulai(WewenangKantor wewenang) => wewenang.Delegasi.Any(d => d.Mulai <= time.GetUtcNow());
}
