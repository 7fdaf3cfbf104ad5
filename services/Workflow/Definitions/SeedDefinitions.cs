using System.Text.Json.Nodes;
using Dukcapil.Workflow.Catalogue;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Definitions.Reading;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Definitions;

/// <summary>
/// First start: the SOP as it is shipped, signed by hand and electronically, becomes version 1. Later starts leave everything as the office has made it; rows written before
/// there were columns for lists and searches get them.
/// </summary>
internal sealed class SeedDefinitions(IServiceScopeFactory scopes) : IHostedService
{
    private static readonly string[] Shipped = ["kartu-keluarga.json", "kartu-keluarga-tte.json"];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDb>();
        foreach (var file in Shipped)
        {
            var model = JsonNode.Parse(WorkflowFiles.Read(file))!.AsObject();
            var definitionId = (string)model["definitionId"]!;
            if (await db.Definitions.AnyAsync(d => d.DefinitionId == definitionId, cancellationToken)) continue;
            var outcome = await scope.ServiceProvider.GetRequiredService<DefinitionPublisher>().SaveAsync(model, publish: true, savedBy: "sistem", cancellationToken);
            if (outcome.Refused.Count > 0) throw new InvalidOperationException($"workflows/{file} cannot be published: {string.Join("; ", outcome.Refused)}");
        }
        await FillColumnsAsync(scope.ServiceProvider, db, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task FillColumnsAsync(IServiceProvider services, WorkflowDb db, CancellationToken cancellationToken)
    {
        var compiled = services.GetRequiredService<CompiledDefinitions>();
        var catalogue = services.GetRequiredService<KatalogAktivitas>().ForEngine;
        foreach (var row in await db.Definitions.Where(d => d.ContentHash == "").ToListAsync(cancellationToken))
        {
            var (read, _) = CanonicalDefinition.Read(DefinitionRow.Content(row), catalogue);
            if (read is not null) DefinitionRow.TryWrite(row, read.Content, read.Hash, compiled);
        }
        await db.SaveChangesAsync(cancellationToken);
    }
}
