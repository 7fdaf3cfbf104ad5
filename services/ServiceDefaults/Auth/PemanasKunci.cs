using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Dukcapil.ServiceDefaults.Auth;

/// <summary>
/// Fetches the issuer's keys when the service starts, and not with its first token: from then on the issuer may be away. Nothing waits for it.
/// </summary>
internal sealed class PemanasKunci(IConfigurationManager<OpenIdConnectConfiguration> kunci, TimeProvider time, ILogger<PemanasKunci> log) : BackgroundService
{
    private static readonly TimeSpan Jeda = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pertama = true; ; pertama = false)
        {
            try
            {
                await kunci.GetConfigurationAsync(stoppingToken);
                return;
            }
            catch (PenerbitTidakTerjangkauException e)
            {
                if (pertama) log.LogWarning("Waiting for the issuer of tokens: {Fault}", e.InnerException?.Message);
                await Task.Delay(Jeda, time, stoppingToken);
            }
        }
    }
}
