using Elsa.Workflows;
using Elsa.Workflows.Management;
using Elsa.Workflows.Management.Models;
using Elsa.Workflows.Runtime;
using Medallion.Threading;

namespace Dukcapil.ElsaServer.Katalog;

/// <summary>First start: the definitions that ship, the same files as on our executor. One that is there already stays as the office has made it.</summary>
internal sealed class PenanamDefinisi(IServiceScopeFactory scopes, ILogger<PenanamDefinisi> log) : IHostedService
{
    private static readonly string[] Dikirim = ["kartu-keluarga.json", "kartu-keluarga-tte.json"];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        // Replicas that start at the same time would each import.
        await using var kunci = await services.GetRequiredService<IDistributedLockProvider>().AcquireLockAsync("dukcapil-penanam-definisi", cancellationToken: cancellationToken);
        await services.GetRequiredService<IRegistriesPopulator>().PopulateAsync(cancellationToken);
        var simpanan = services.GetRequiredService<IWorkflowDefinitionStore>();
        var serializer = services.GetRequiredService<IApiSerializer>();
        foreach (var berkas in Dikirim)
        {
            var model = serializer.Deserialize<WorkflowDefinitionModel>(Berkas.BacaTeks(berkas));
            if (await simpanan.AnyAsync(new() { DefinitionId = model.DefinitionId }, cancellationToken)) continue;
            var hasil = await services.GetRequiredService<IWorkflowDefinitionImporter>().ImportAsync(new() { Model = model, Publish = true }, cancellationToken);
            if (!hasil.Succeeded)
                throw new InvalidOperationException($"{berkas} cannot be published: {string.Join("; ", hasil.ValidationErrors.Select(e => e.Message))}");
            log.LogInformation("Definition {DefinitionId} imported", model.DefinitionId);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
