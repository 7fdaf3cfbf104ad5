using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.Workflow.Database;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Definitions;

/// <summary>Several definitions, by their ids.</summary>
public sealed record DefinitionIds(IReadOnlyList<string> Ids);

/// <summary>Several definitions.</summary>
public sealed record ManyDefinitions(IReadOnlyList<string> DefinitionIds);

/// <summary>Several versions to export.</summary>
public sealed record ExportedVersions(IReadOnlyList<string> Ids, bool IncludeConsumingWorkflows = false);

/// <summary>Publish, retract, delete and export of several definitions at once.</summary>
internal static class DefinitionBulkApi
{
    public static void MapDefinitionBulk(this RouteGroupBuilder elsa)
    {
        var bulk = elsa.MapGroup("/bulk-actions");
        bulk.MapPost("/publish/workflow-definitions/by-definition-ids", async (ManyDefinitions request, DefinitionPublisher publisher, CancellationToken token) =>
        {
            List<string> published = [], alreadyPublished = [], notFound = [], skipped = [];
            var errors = new Dictionary<string, IReadOnlyList<string>>();
            foreach (var id in request.DefinitionIds.Distinct())
            {
                var outcome = await publisher.PublishAsync(id, token);
                (outcome.IsNotFound ? notFound : outcome.Refused.Count > 0 ? skipped : outcome.AlreadyPublished ? alreadyPublished : published).Add(id);
                if (outcome.Refused.Count > 0) errors[id] = outcome.Refused;
            }
            return TypedResults.Ok(new { published, alreadyPublished, notFound, skipped, updatedConsumers = Array.Empty<string>(), errors });
        }).RequireAuthorization(Izin.AdminAlur).WithSummary("Terbitkan beberapa definisi; yang ditolak ada di skipped, alasannya di errors");

        bulk.MapPost("/retract/workflow-definitions/by-definition-ids", async (ManyDefinitions request, WorkflowDb db, DefinitionPublisher publisher, CancellationToken token) =>
        {
            List<string> retracted = [], alreadyRetracted = [], skipped = [], notPublished = [], notFound = [];
            var errors = new Dictionary<string, IReadOnlyList<string>>();
            foreach (var id in request.DefinitionIds.Distinct())
            {
                var versions = await db.Definitions.Where(d => d.DefinitionId == id).Select(d => new { d.IsPublished, d.PublishedAt }).ToListAsync(token);
                if (versions.Count > 0 && !versions.Exists(v => v.IsPublished))
                {
                    (versions.Exists(v => v.PublishedAt is not null) ? alreadyRetracted : notPublished).Add(id);
                    continue;
                }
                var outcome = await publisher.RetractAsync(id, token);
                (outcome.IsNotFound ? notFound : outcome.Refused.Count > 0 ? skipped : retracted).Add(id);
                if (outcome.Refused.Count > 0) errors[id] = outcome.Refused;
            }
            return TypedResults.Ok(new { retracted, alreadyRetracted, skipped, notPublished, notFound, errors });
        }).RequireAuthorization(Izin.AdminAlur).WithSummary("Tarik beberapa definisi; yang ditolak ada di skipped, alasannya di errors");

        bulk.MapPost("/delete/workflow-definitions/by-definition-id", async (ManyDefinitions request, DefinitionRemoval removal, CancellationToken token) =>
            Deleted(await removal.DefinitionsAsync(request.DefinitionIds, token), removal)).RequireAuthorization(Izin.AdminAlur).WithSummary("Hapus beberapa definisi: semuanya atau tidak satu pun");
        bulk.MapPost("/delete/workflow-definitions/by-id", async (DefinitionIds request, DefinitionRemoval removal, CancellationToken token) =>
            Deleted(await removal.VersionsAsync(request.Ids, token), removal)).RequireAuthorization(Izin.AdminAlur).WithSummary("Hapus beberapa versi: semuanya atau tidak satu pun");

        bulk.MapPost("/export/workflow-definitions", (ExportedVersions request, WorkflowDb db, DefinitionUse use, CancellationToken token) =>
            ExportAsync(request.Ids, request.IncludeConsumingWorkflows, db, use, token)).WithSummary("Ekspor beberapa versi sebagai ZIP");
        bulk.MapGet("/export/workflow-definitions", (string[] ids, bool? includeConsumingWorkflows, WorkflowDb db, DefinitionUse use, CancellationToken token) =>
            ExportAsync(ids, includeConsumingWorkflows == true, db, use, token)).WithSummary("Ekspor beberapa versi sebagai ZIP");
    }

    private static IResult Deleted(DefinitionOutcome outcome, DefinitionRemoval removal) =>
        outcome.Refused.Count > 0 ? ElsaAnswers.Refused(Tertolak.Hapus, outcome.Refused) : TypedResults.Ok(new { deleted = removal.Deleted });

    private static async Task<IResult> ExportAsync(IReadOnlyList<string> ids, bool withConsumers, WorkflowDb db, DefinitionUse use, CancellationToken token)
    {
        if (ids.Count > DefinitionFiles.MostFiles) return ElsaAnswers.Refused(Tertolak.Baca, [$"Paling banyak {DefinitionFiles.MostFiles} definisi sekaligus."]);
        var versions = await db.Definitions.AsNoTracking().Where(d => ids.Contains(d.Id)).OrderBy(d => d.DefinitionId).ThenBy(d => d.Version).ToListAsync(token);
        if (versions.Count == 0) return ElsaAnswers.NotFound();
        if (withConsumers) await DefinitionExchangeApi.AddConsumersAsync(db, use, versions, token);
        return DefinitionFiles.Download(versions, asArchive: true);
    }
}
