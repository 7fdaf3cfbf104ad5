using System.Text.Json.Nodes;
using Dukcapil.Workflow.Catalogue;
using Dukcapil.Workflow.Database;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Definitions;

/// <summary>First start: the SOP as it is shipped becomes version 1. Later starts leave everything as the office has made it.</summary>
internal sealed class SeedDefinitions(IServiceScopeFactory scopes) : IHostedService
{
    private static readonly string[] Shipped = ["kartu-keluarga.json"];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDb>();
        foreach (var file in Shipped)
        {
            var model = JsonNode.Parse(WorkflowFiles.Read(file))!.AsObject();
            var definitionId = (string)model["definitionId"]!;
            if (await db.Definitions.AnyAsync(d => d.DefinitionId == definitionId, cancellationToken)) continue;
            try
            {
                var (_, errors) = await scope.ServiceProvider.GetRequiredService<DefinitionPublisher>()
                    .SaveAsync(model, publish: true, savedBy: "sistem", cancellationToken);
                if (errors.Count > 0) throw new InvalidOperationException($"workflows/{file} cannot be published: {string.Join("; ", errors)}");
            }
            catch (DbUpdateException e) when (ServiceDefaults.Database.DatabaseFaults.IsConflict(e))
            {
                // Another replica starting at the same time has just seeded it.
                db.ChangeTracker.Clear();
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
