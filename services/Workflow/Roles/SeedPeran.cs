using System.Text.Json;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.Workflow.Catalogue;
using Dukcapil.Workflow.Database;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Roles;

/// <summary>First start: the roles of the SOP. Later starts leave the list as the office has made it.</summary>
internal sealed class SeedPeran(IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDb>();
        if (await db.Peran.AnyAsync(cancellationToken)) return;
        foreach (var peran in JsonSerializer.Deserialize<List<PeranTugas>>(WorkflowFiles.Read("peran.json"), JsonSerializerOptions.Web)!)
            db.Peran.Add(new PeranAlur { Kode = peran.Kode, Nama = peran.Nama });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (DatabaseFaults.IsConflict(e))
        {
            // Another replica starting at the same time has just seeded them.
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
