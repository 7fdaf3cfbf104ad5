using System.Text.Json.Nodes;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Definitions.Reading;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Definitions;

/// <summary>Import and export of definitions. An import is always a draft.</summary>
internal static class DefinitionExchangeApi
{
    private static readonly string[] GetAndPost = ["GET", "POST"], PostAndPut = ["POST", "PUT"];

    public static void MapDefinitionExchange(this RouteGroupBuilder group)
    {
        group.MapMethods("/import", PostAndPut, (HttpContext http, DefinitionPublisher publisher, CancellationToken token) => ImportAsync(http, null, publisher, token))
            .RequireAuthorization(Izin.MenyuntingAlur).WithSummary("Impor definisi sebagai konsep");
        group.MapMethods("/{definitionId}/import", PostAndPut, (string definitionId, HttpContext http, DefinitionPublisher publisher, CancellationToken token) =>
            ImportAsync(http, definitionId, publisher, token)).RequireAuthorization(Izin.MenyuntingAlur).WithSummary("Impor sebagai konsep baru definisi ini");

        group.MapPost("/import-files", async (HttpContext http, ImportFiles import, CancellationToken token) =>
        {
            if (!http.Request.HasFormContentType) return ElsaAnswers.Refused(Tertolak.Baca, ["Kirim berkas sebagai multipart/form-data."]);
            var (files, refused) = await DefinitionFiles.ReadAsync((await http.Request.ReadFormAsync(token)).Files, token);
            if (refused is not null) return ElsaAnswers.Refused(Tertolak.Impor, [refused]);
            return await import.RunAsync(files, Petugas.Dari(http.User).Id, token) is { Count: > 0 } reasons
                ? ElsaAnswers.Refused(Tertolak.Impor, reasons)
                : (IResult)TypedResults.Ok(new { count = files.Count });
        }).RequireAuthorization(Izin.MenyuntingAlur).WithRequestLimit(DefinitionFiles.MostBytes).WithSummary("Impor berkas JSON atau ZIP: semuanya atau tidak satu pun");

        group.MapMethods("/{definitionId}/export", GetAndPost, async (string definitionId, HttpRequest request, WorkflowDb db, DefinitionUse use, CancellationToken token) =>
        {
            if (!VersionOptions.TryParse(request.Query["versionOptions"], VersionOptions.Latest, out var options))
                return ElsaAnswers.Refused(Tertolak.Baca, [$"versionOptions '{request.Query["versionOptions"]}' tidak dikenal."]);
            if (await DefinitionReadingApi.FindAsync(db, definitionId, options, token) is not { } version) return ElsaAnswers.NotFound();
            var versions = new List<DefinitionVersion> { version };
            if (bool.TryParse(request.Query["includeConsumingWorkflows"], out var also) && also) await AddConsumersAsync(db, use, versions, token);
            return DefinitionFiles.Download(versions, asArchive: versions.Count > 1);
        }).WithSummary("Ekspor satu versi sebagai berkas");
    }

    /// <summary>The definitions that start those in the list, and those that start these.</summary>
    public static async Task AddConsumersAsync(WorkflowDb db, DefinitionUse use, List<DefinitionVersion> versions, CancellationToken token)
    {
        var known = versions.Select(v => v.DefinitionId).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < versions.Count; i++)
        {
            foreach (var consumer in (await use.ConsumersAsync(versions[i].DefinitionId, token)).Where(known.Add))
                versions.Add((await DefinitionReadingApi.FindAsync(db, consumer, VersionOptions.Latest, token))!);
        }
    }

    private static async Task<IResult> ImportAsync(HttpContext http, string? definitionId, DefinitionPublisher publisher, CancellationToken token)
    {
        var (model, refused) = await ModelReader.ReadAsync(http.Request, token);
        if (model is null) return ElsaAnswers.Refused(Tertolak.Impor, [refused!]);
        if (definitionId is not null) model["definitionId"] = definitionId;
        return ElsaAnswers.Of(
            await publisher.ImportAsync(model, Petugas.Dari(http.User).Id, token), Tertolak.Impor, version => ElsaAnswers.Json(DefinitionAnswers.Model(version, http.User)));
    }
}
