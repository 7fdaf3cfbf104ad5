using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Dukcapil.Engine.Catalogue;

namespace Dukcapil.Workflow.Definitions.Reading;

/// <summary>
/// A definition as it is kept: what was sent, with what Studio needs filled in (collections, <c>nodeId</c>, activity versions) and
/// without what belongs to the row (id, version, published or not, links). Whatever else was in it stays as it was.
/// </summary>
public sealed class CanonicalDefinition
{
    /// <summary>Property of <c>customProperties</c> that carries the revision to Studio and back: of two editors one is refused.</summary>
    public const string RevisionProperty = "dukcapilRevisi";

    private static readonly JavaScriptEncoder Letters = JavaScriptEncoder.Create(UnicodeRanges.All);

    private static readonly string[] OfTheRow =
    [
        "id", "definitionId", "version", "isLatest", "isPublished", "createdAt", "links", "$schema", "providerName", "materializerName", "materializerContext",
    ];

    private CanonicalDefinition(JsonObject content, string? definitionId, string? versionId, int? revision)
    {
        Content = content;
        DefinitionId = definitionId;
        VersionId = versionId;
        Revision = revision;
        Hash = Convert.ToHexStringLower(SHA256.HashData(Bytes(content)));
    }

    /// <summary>The definition without what belongs to the row.</summary>
    public JsonObject Content { get; }

    /// <summary>Of the content; the same content saved again is the same save.</summary>
    public string Hash { get; }

    /// <summary>Definition it says it is.</summary>
    public string? DefinitionId { get; }

    /// <summary>Version it was edited from.</summary>
    public string? VersionId { get; }

    /// <summary>Revision it was edited from; null from a client that hands none back.</summary>
    public int? Revision { get; }

    /// <summary>Reads a model, or says all that is wrong with its shape.</summary>
    public static (CanonicalDefinition? Definition, IReadOnlyList<string> Refused) Read(JsonObject model, ActivityCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(model);
        var problems = new List<string>();
        DefinitionShape.Check(model, problems);
        if (problems.Count > 0) return (null, problems);
        var content = (JsonObject)model.DeepClone();
        var (definitionId, versionId) = (Text(model, "definitionId"), Text(model, "id"));
        foreach (var name in OfTheRow) content.Remove(name);
        Fill(content);
        var custom = content["customProperties"]!.AsObject();
        var revision = custom[RevisionProperty] is JsonValue value && value.TryGetValue<int>(out var number) ? number : (int?)null;
        custom.Remove(RevisionProperty);
        ActivityNormalizer.Apply(content["root"]!.AsObject(), catalogue, problems);
        return problems.Count > 0 ? (null, problems) : (new(content, definitionId, versionId, revision), []);
    }

    /// <summary>A property that is text with something in it.</summary>
    public static string? Text(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;

    /// <summary>A property that is true.</summary>
    public static bool Flag(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    /// <summary>JSON text; unlike the serializer's it has no limit of 64 levels. Letters stay letters, what HTML could take for markup is escaped.</summary>
    public static byte[] Bytes(JsonNode node)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = Letters, SkipValidation = true })) node.WriteTo(writer);
        return stream.ToArray();
    }

    private static void Fill(JsonObject content)
    {
        foreach (var name in (string[])["variables", "inputs", "outputs", "outcomes"]) content[name] ??= new JsonArray();
        content["customProperties"] ??= new JsonObject();
        content["isReadonly"] ??= false;
        content["isSystem"] ??= false;
        content["options"] ??= new JsonObject();
        content["options"]!.AsObject().TryAdd("autoUpdateConsumingWorkflows", false);
        foreach (var variable in content["variables"]!.AsArray()) variable!.AsObject()["isArray"] ??= false;
    }
}
