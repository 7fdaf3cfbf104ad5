using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.HumanTasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dukcapil.ServiceDefaults.Tenggat;

/// <summary>
/// Reminds and escalates. What is due stands in the task's row and is taken out of it in the transaction that tells of it, under the row's version: of many
/// replicas one does it, and a restart finds what is left.
/// </summary>
public sealed class PengawasTenggat(IServiceScopeFactory scopes, TimeProvider time, ILogger<PengawasTenggat> log) : PersistentWorker(log)
{
    private const int Sekaligus = 100;
    private static readonly TimeSpan Jeda = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task RoundAsync(CancellationToken cancellationToken)
    {
        if (await PeriksaAsync(cancellationToken) < Sekaligus) await Task.Delay(Jeda, cancellationToken);
    }

    /// <summary>Does what is due now.</summary>
    /// <returns>How many tasks were looked at.</returns>
    public async Task<int> PeriksaAsync(CancellationToken cancellationToken)
    {
        var kini = time.GetUtcNow();
        List<string> tiba;
        await using (var scope = scopes.CreateAsyncScope())
        {
            tiba = await scope.ServiceProvider.GetRequiredService<ServiceDb>().Set<Tugas>()
                .Where(t => t.Status == StatusTugas.Terbuka && t.PeriksaPada <= kini)
                .OrderBy(t => t.PeriksaPada).Take(Sekaligus).Select(t => t.Id).ToListAsync(cancellationToken);
        }
        foreach (var id in tiba) await PeriksaAsync(id, kini, cancellationToken);
        return tiba.Count;
    }

    private async Task PeriksaAsync(string id, DateTimeOffset kini, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<ServiceDb>();
        var tugas = await db.Set<Tugas>().SingleAsync(t => t.Id == id, cancellationToken);
        if (!tugas.Ingatkan(kini)) return;
        services.GetRequiredService<JurnalAudit>().Catat(
            tugas.DieskalasiPada is null ? "tugas.ingatkan" : "tugas.eskalasi", tugas.PermohonanId, tugas.Id,
            tugas.DieskalasiPada is null ? tugas.Peran : tugas.Langkah.PeranEskalasi ?? "tanpa-peran-eskalasi");
        await services.GetRequiredService<PengabarTugas>().KabarkanAsync(tugas, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // An officer or another replica has just changed it; if it is still due, the next round finds it.
        }
    }
}
