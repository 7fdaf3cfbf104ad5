using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dukcapil.ServiceDefaults.Database;

/// <summary>
/// Brings the schema up to date before anything else of the service starts. Waits for a database that is not up yet: start order does not matter.
/// <c>Database:Migrasi</c>: <c>mulai</c>; <c>saja</c>, a job that ends when it is done; <c>tidak</c>, a replica that waits for that job.
/// </summary>
internal sealed class DatabaseMigration(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider time, ILogger<DatabaseMigration> log) : IHostedLifecycleService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var mode = configuration["Database:Migrasi"] ?? "mulai";
        if (mode is not ("mulai" or "saja" or "tidak")) throw new InvalidOperationException($"Setting Database:Migrasi is '{mode}'; it must be mulai, saja or tidak.");
        while (true)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var database = scope.ServiceProvider.GetRequiredService<ServiceDb>().Database;
                if (mode != "tidak") await database.MigrateAsync(cancellationToken);
                // Nothing else has started, so there is nothing to stop.
                if (mode == "saja") Environment.Exit(0);
                if (mode != "tidak" || !(await database.GetPendingMigrationsAsync(cancellationToken)).Any()) return;
                log.LogInformation("Waiting for the migration");
                await Task.Delay(Pause, time, cancellationToken);
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
