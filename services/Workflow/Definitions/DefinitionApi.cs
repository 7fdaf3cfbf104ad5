using System.Text.Json;
using System.Text.Json.Nodes;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.Workflow.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Definitions;

/// <summary>Request of Elsa Studio: save a definition, and publish it when <paramref name="Publish"/> is true.</summary>
public sealed record SaveDefinition(JsonObject Model, bool? Publish = null);

/// <summary>A refusal in Elsa's own shape, which Studio shows: <c>errors.generalErrors</c>.</summary>
public sealed record ElsaProblem(int StatusCode, string Message, IReadOnlyDictionary<string, IReadOnlyList<string>> Errors);

/// <summary>One version in a list.</summary>
public sealed record DefinitionSummary(
    string Id, string DefinitionId, string? Name, int Version, bool IsLatest, bool IsPublished, DateTimeOffset CreatedAt, string MaterializerName = "Json");

/// <summary>Definitions over Elsa's API: list, read, save, publish.</summary>
public static class DefinitionApi
{
    private const long LargestDefinition = 6 * 1024 * 1024;

    /// <summary>Maps <c>/elsa/api/workflow-definitions</c>.</summary>
    public static RouteGroupBuilder MapDefinitions(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/elsa/api/workflow-definitions").WithTags("Alur kerja").RequireAuthorization(Izin.AdminAlur);

        group.MapGet("/", async (WorkflowDb db, CancellationToken token) =>
        {
            var items = await db.Definitions.AsNoTracking().Where(d => d.IsLatest).OrderBy(d => d.Name)
                .Select(d => new DefinitionSummary(d.Id, d.DefinitionId, d.Name, d.Version, d.IsLatest, d.IsPublished, d.CreatedAt, "Json")).ToListAsync(token);
            return TypedResults.Ok(new { items, totalCount = items.Count, links = Array.Empty<object>() });
        }).WithSummary("Daftar definisi alur kerja");

        group.MapGet("/by-definition-id/{definitionId}", async Task<Results<ContentHttpResult, NotFound>> (
            string definitionId, string? versionOptions, WorkflowDb db, CancellationToken token) =>
        {
            var isPublished = versionOptions == "Published";
            var version = await db.Definitions.AsNoTracking()
                .SingleOrDefaultAsync(d => d.DefinitionId == definitionId && (isPublished ? d.IsPublished : d.IsLatest), token);
            return version is null ? TypedResults.NotFound() : TypedResults.Content(Model(version).ToJsonString(), "application/json");
        }).WithSummary("Baca definisi");

        group.MapPost("/", async Task<Results<ContentHttpResult, JsonHttpResult<ElsaProblem>>> (
            SaveDefinition request, DefinitionPublisher publisher, HttpContext http, CancellationToken token) =>
        {
            var (version, errors) = await publisher.SaveAsync(request.Model, request.Publish == true, Petugas.Dari(http.User).Id, token);
            if (errors.Count > 0)
            {
                return TypedResults.Json(
                    new ElsaProblem(400, "Definisi tidak dapat diterbitkan.", new Dictionary<string, IReadOnlyList<string>> { ["generalErrors"] = errors }),
                    contentType: "application/problem+json", statusCode: StatusCodes.Status400BadRequest);
            }
            var answer = new JsonObject { ["workflowDefinition"] = Model(version), ["alreadyPublished"] = false, ["consumingWorkflowCount"] = 0 };
            return TypedResults.Content(answer.ToJsonString(), "application/json");
        }).WithRequestLimit(LargestDefinition).WithSummary("Simpan dan terbitkan definisi");

        return group;
    }

    private static JsonObject Model(DefinitionVersion version)
    {
        var model = JsonNode.Parse(version.Json)!.AsObject();
        model["isLatest"] = version.IsLatest;
        model["isPublished"] = version.IsPublished;
        model["createdAt"] = JsonSerializer.SerializeToNode(version.CreatedAt);
        return model;
    }
}
