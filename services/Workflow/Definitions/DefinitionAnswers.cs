using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.Workflow.Definitions.Reading;

namespace Dukcapil.Workflow.Definitions;

/// <summary>One version in a list.</summary>
public sealed record DefinitionSummary(
    string Id, string DefinitionId, string? Name, string? Description, int Version, string? ToolVersion, bool IsLatest, bool IsPublished, bool IsReadonly,
    DateTimeOffset CreatedAt, string MaterializerName = "Json", bool? IsMaterializerAvailable = null, IReadOnlyList<DefinitionLink>? Links = null);

/// <summary>What a reader may do; Studio shows only what is linked.</summary>
public sealed record DefinitionLink(string Href, string Rel, string Method);

/// <summary>Versions as Elsa's clients read them.</summary>
internal static class DefinitionAnswers
{
    private const string Schema = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";

    /// <summary>Links of a whole list.</summary>
    public static IReadOnlyList<DefinitionLink> ListLinks(ClaimsPrincipal user) => Izin.MenyuntingAlur.Boleh(user) ? EditingLinks : [EditingLinks[0]];

    private static readonly IReadOnlyList<DefinitionLink> EditingLinks =
    [
        new("/workflow-definitions", "self", "GET"), new("/workflow-definitions", "create", "POST"), new("/workflow-definitions/import", "import", "POST"),
        new("/bulk-actions/publish/workflow-definitions/by-definition-ids", "bulk-publish", "POST"),
        new("/bulk-actions/retract/workflow-definitions/by-definition-ids", "bulk-retract", "POST"),
        new("/bulk-actions/delete/workflow-definitions/by-definition-id", "bulk-delete", "POST"),
        new("/bulk-actions/export/workflow-definitions", "bulk-export", "POST"),
    ];

    /// <summary>A version without its JSON, which lists do not need and which may be megabytes.</summary>
    public static IQueryable<DefinitionVersion> WithoutJson(IQueryable<DefinitionVersion> versions) => versions.Select(d => new DefinitionVersion
    {
        Id = d.Id,
        DefinitionId = d.DefinitionId,
        Version = d.Version,
        Name = d.Name,
        Description = d.Description,
        ToolVersion = d.ToolVersion,
        IsReadonly = d.IsReadonly,
        IsSystem = d.IsSystem,
        IsLatest = d.IsLatest,
        IsPublished = d.IsPublished,
        CreatedAt = d.CreatedAt,
        PublishedAt = d.PublishedAt,
        SavedBy = d.SavedBy,
        Revision = d.Revision,
        Json = "",
    });

    /// <summary>A row of a list; <c>isMaterializerAvailable</c> and links only there, as Elsa has it.</summary>
    public static DefinitionSummary Summary(DefinitionVersion version, ClaimsPrincipal? inListFor) => new(
        version.Id, version.DefinitionId, version.Name, version.Description, version.Version, version.ToolVersion, version.IsLatest, version.IsPublished,
        version.IsReadonly, version.CreatedAt, IsMaterializerAvailable: inListFor is null ? null : true,
        Links: inListFor is null ? null : LinksOf(version, inListFor));

    /// <summary>The whole definition as Studio edits it. The revision in it comes back with the next save.</summary>
    public static JsonObject Model(DefinitionVersion version, ClaimsPrincipal user)
    {
        var model = Stored(version);
        model["links"] = JsonSerializer.SerializeToNode(LinksOf(version, user), JsonSerializerOptions.Web);
        (model["customProperties"] ??= new JsonObject()).AsObject()[CanonicalDefinition.RevisionProperty] = version.Revision;
        return model;
    }

    /// <summary>The definition as a file that can be imported here or into Elsa.</summary>
    public static JsonObject Exported(DefinitionVersion version)
    {
        var model = Stored(version);
        model.Insert(0, "$schema", Schema);
        return model;
    }

    /// <summary>The row as Elsa keeps it: the root as text.</summary>
    public static JsonObject Entity(DefinitionVersion version)
    {
        var model = Stored(version);
        model["materializerName"] = "Json";
        model["stringData"] = System.Text.Encoding.UTF8.GetString(CanonicalDefinition.Bytes(model["root"]!));
        model.Remove("root");
        return model;
    }

    private static JsonObject Stored(DefinitionVersion version)
    {
        var model = JsonNode.Parse(version.Json, documentOptions: new() { MaxDepth = Engine.Definitions.DefinitionText.MaxDepth })!.AsObject();
        model["isLatest"] = version.IsLatest;
        model["isPublished"] = version.IsPublished;
        model["createdAt"] = JsonSerializer.SerializeToNode(version.CreatedAt);
        return model;
    }

    /// <summary>Without the link <c>publish</c> Studio shows a definition read-only.</summary>
    private static DefinitionLink[] LinksOf(DefinitionVersion version, ClaimsPrincipal user)
    {
        var path = $"/workflow-definitions/{version.DefinitionId}";
        DefinitionLink[] reading =
        [
            new(path, "self", "GET"), new($"/workflow-definitions/by-definition-id/{version.DefinitionId}", "self", "GET"),
            new($"{path}/versions", "versions", "GET"), new($"{path}/export", "export", "POST"),
        ];
        return version.IsReadonly || !Izin.MenyuntingAlur.Boleh(user) ? reading :
        [
            .. reading,
            new($"{path}/publish", "publish", "POST"), new($"{path}/retract", "retract", "POST"), new(path, "delete", "DELETE"),
            new($"{path}/import", "import", "PUT"), new($"{path}/update-references", "update-references", "POST"),
        ];
    }
}
