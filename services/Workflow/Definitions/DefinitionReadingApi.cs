using System.Security.Claims;
using System.Text.Json.Nodes;
using Dukcapil.Workflow.Database;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Definitions;

/// <summary>How many definitions there are.</summary>
public sealed record DefinitionCount(int Count);

/// <summary>Reading definitions: lists, one version, all versions.</summary>
internal static class DefinitionReadingApi
{
    private const int MostById = 100;

    public static void MapDefinitionReading(this RouteGroupBuilder group)
    {
        group.MapGet("/", async (HttpRequest request, WorkflowDb db, CancellationToken token) =>
        {
            var (list, refused) = DefinitionList.Read(request.Query);
            if (list is null) return (IResult)ElsaAnswers.Refused(Tertolak.Baca, [refused!]);
            var (items, totalCount) = await list.FindAsync(db, token);
            return TypedResults.Ok(new { items = items.Select(d => DefinitionAnswers.Summary(d, request.HttpContext.User)), totalCount, links = DefinitionAnswers.ListLinks(request.HttpContext.User) });
        }).WithSummary("Daftar definisi: versionOptions, searchTerm, definitionIds, ids, isSystem, orderBy, orderDirection, page, pageSize");

        group.MapGet("/query/count", async (WorkflowDb db, CancellationToken token) => TypedResults.Ok(new DefinitionCount(await db.Definitions.CountAsync(d => d.IsLatest, token))))
            .WithSummary("Jumlah definisi");

        group.MapGet("/validation/is-name-unique", async (string? name, string? definitionId, WorkflowDb db, CancellationToken token) =>
            TypedResults.Ok(new { isUnique = !await db.Definitions.AnyAsync(d => d.IsLatest && d.Name == name && d.DefinitionId != definitionId, token) }))
            .WithSummary("Apakah nama belum dipakai");

        group.MapGet("/by-definition-id/{definitionId}", OneAsync).WithSummary("Baca satu versi: versionOptions, bawaan Latest");
        group.MapGet("/{definitionId}", OneAsync).WithSummary("Baca satu versi (alamat lama)");

        group.MapGet("/by-id/{id}", async (string id, ClaimsPrincipal user, WorkflowDb db, CancellationToken token) =>
            await db.Definitions.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, token) is { } version
                ? (IResult)ElsaAnswers.Json(DefinitionAnswers.Model(version, user))
                : ElsaAnswers.NotFound()).WithSummary("Baca satu versi menurut id-nya");

        group.MapGet("/many-by-id", async (HttpRequest request, WorkflowDb db, CancellationToken token) =>
        {
            var ids = request.Query["ids"].Where(id => !string.IsNullOrEmpty(id)).Distinct().ToList();
            if (ids.Count > MostById) return (IResult)ElsaAnswers.Refused(Tertolak.Baca, [$"ids paling banyak {MostById}."]);
            var versions = await db.Definitions.AsNoTracking().Where(d => ids.Contains(d.Id)).OrderBy(d => d.DefinitionId).ThenBy(d => d.Version).ToListAsync(token);
            return ElsaAnswers.Json(new JsonObject { ["items"] = new JsonArray([.. versions.Select(v => DefinitionAnswers.Model(v, request.HttpContext.User))]), ["count"] = versions.Count });
        }).WithSummary("Baca beberapa versi menurut id-nya");

        group.MapGet("/{definitionId}/versions", async (string definitionId, WorkflowDb db, CancellationToken token) =>
        {
            var versions = await db.Definitions.AsNoTracking().Where(d => d.DefinitionId == definitionId).OrderByDescending(d => d.Version).ToListAsync(token);
            return versions.Count == 0 ? (IResult)ElsaAnswers.NotFound() : ElsaAnswers.Json(new JsonArray([.. versions.Select(DefinitionAnswers.Entity)]));
        }).WithSummary("Semua versi, terbaru dahulu");

        group.MapGet("/{definitionId}/consumers", async (string definitionId, WorkflowDb db, DefinitionUse use, CancellationToken token) =>
            await db.Definitions.AnyAsync(d => d.DefinitionId == definitionId, token)
                ? (IResult)TypedResults.Ok(new { consumingWorkflowDefinitionIds = await use.ConsumersAsync(definitionId, token) })
                : ElsaAnswers.NotFound()).WithSummary("Definisi yang menjalankan definisi ini sebagai sub-alur");
    }

    /// <summary>The newest version of those meant, or null.</summary>
    public static Task<DefinitionVersion?> FindAsync(WorkflowDb db, string definitionId, VersionOptions options, CancellationToken token) =>
        options.Of(db.Definitions.AsNoTracking().Where(d => d.DefinitionId == definitionId)).OrderByDescending(d => d.Version).FirstOrDefaultAsync(token);

    private static async Task<IResult> OneAsync(string definitionId, string? versionOptions, ClaimsPrincipal user, WorkflowDb db, CancellationToken token)
    {
        if (!VersionOptions.TryParse(versionOptions, VersionOptions.Latest, out var options))
            return ElsaAnswers.Refused(Tertolak.Baca, [$"versionOptions '{versionOptions}' tidak dikenal."]);
        return await FindAsync(db, definitionId, options, token) is { } version ? ElsaAnswers.Json(DefinitionAnswers.Model(version, user)) : ElsaAnswers.NotFound();
    }
}
