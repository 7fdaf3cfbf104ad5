using Dukcapil.ServiceDefaults.Hosting;

namespace Dukcapil.Intake.Retensi;

/// <summary>Looks once an hour whether the time of an application is over. Replicas may look at once: each application goes once.</summary>
internal sealed class PenjagaRetensi(IServiceScopeFactory scopes, SetelanRetensi setelan, TimeProvider time, ILogger<PenjagaRetensi> log) : PersistentWorker(log)
{
    private static readonly TimeSpan Jeda = TimeSpan.FromHours(1);

    protected override async Task RoundAsync(CancellationToken cancellationToken)
    {
        if (setelan.Tahun is null || await JalankanAsync(cancellationToken) == 0) await Task.Delay(Jeda, time, cancellationToken);
    }

    /// <summary>Removes some of what is over; how many.</summary>
    public async Task<int> JalankanAsync(CancellationToken cancellationToken)
    {
        List<Guid> lewat;
        await using (var scope = scopes.CreateAsyncScope()) lewat = await scope.ServiceProvider.GetRequiredService<PemusnahIsi>().LewatMasaAsync(cancellationToken);
        var banyak = 0;
        foreach (var id in lewat)
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<PemusnahIsi>().MusnahkanAsync(id, cancellationToken)) banyak++;
        }
        if (banyak > 0) log.LogInformation("Retention: contents of {Applications} applications removed", banyak);
        return lewat.Count;
    }
}
