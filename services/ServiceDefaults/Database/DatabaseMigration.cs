using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dukcapil.ServiceDefaults.Database;

/// <summary>Brings the schema up to date before anything else of the service starts. Waits for a database that is not up yet: start order does not matter.</summary>
internal sealed class DatabaseMigration(IServiceScopeFactory scopes, TimeProvider time, ILogger<DatabaseMigration> log) : IHostedLifecycleService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ServiceDb>().Database.MigrateAsync(cancellationToken);
                return;
            }
            catch (Exception e) when (DatabaseFaults.IsInfrastructure(e))
            {
                log.LogWarning("Waiting for the database: {Fault}", e.GetType().Name);
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
