using Dukcapil.ServiceDefaults.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dukcapil.ServiceDefaults.Telemetry;

/// <summary>Looks at the service's state every <c>Metrik:SetiapDetik</c> for its gauges. Every replica does, and shows the same: dashboards take the greatest.</summary>
internal sealed class PemantauKeadaan(
    IServiceScopeFactory scopes, IEnumerable<IPengukur> pengukur, ServiceIdentity identity, IConfiguration configuration, TimeProvider time,
    ILogger<PemantauKeadaan> log) : PersistentWorker(log)
{
    private readonly TimeSpan setiap = TimeSpan.FromSeconds(configuration.GetValue("Metrik:SetiapDetik", 15.0));

    protected override async Task RoundAsync(CancellationToken cancellationToken)
    {
        foreach (var p in pengukur)
        {
            var sumber = $"{identity.Name} {p.GetType().Name}";
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var catatan = new CatatanUkur();
                await p.UkurAsync(scope.ServiceProvider, catatan, cancellationToken);
                PapanUkur.Pasang(sumber, catatan);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                PapanUkur.Pasang(sumber, null);
                log.LogWarning("{Source} cannot be measured: {Fault}", sumber, e.GetType().Name);
            }
        }
        await Task.Delay(setiap, time, cancellationToken);
    }
}
