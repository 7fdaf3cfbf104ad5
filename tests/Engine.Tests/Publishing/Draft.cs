using System.Text.Json;
using System.Text.Json.Nodes;
using Dukcapil.Engine.Validation;

namespace Dukcapil.Engine.Tests.Publishing;

/// <summary>The shipped definition in the hands of an administrator: steps added, removed and re-routed.</summary>
internal sealed class Draft
{
    private readonly JsonObject _definition = JsonNode.Parse(Kk.Text("kartu-keluarga.json"))!.AsObject();

    public static IReadOnlySet<string> SopRoles { get; } = new HashSet<string> { "PEMOHON", "LOKET", "KASI", "KABID", "KADIS" };

    public JsonObject Definition => _definition;

    private JsonObject Root => _definition["root"]!.AsObject();

    private JsonArray Links => Root["connections"]!.AsArray();

    public JsonObject Step(string id) => Root["activities"]!.AsArray().Select(step => step!.AsObject()).Single(step => (string)step["id"]! == id);

    /// <summary>Adds an activity; <paramref name="inputs"/> are its JSON properties.</summary>
    public Draft Add(string id, string type, string inputs = "{}")
    {
        var step = JsonNode.Parse(inputs)!.AsObject();
        step["id"] = id;
        step["name"] = id;
        step["type"] = type;
        step["version"] = 1;
        Root["activities"]!.AsArray().Add(step);
        return this;
    }

    /// <summary>Adds a task of a role.</summary>
    public Draft Task(string id, string type, string role) =>
        Add(id, type, """{"pelaksana":{"typeName":"String","expression":{"type":"Literal","value":"ROLE"}}}""".Replace("ROLE", role, StringComparison.Ordinal));

    /// <summary>A join that waits for all its branches.</summary>
    public Draft Join(string id) => Add(id, "Elsa.FlowJoin", """{"mode":{"typeName":"FlowJoinMode","expression":{"type":"Literal","value":"WaitAll"}}}""");

    /// <summary>A fork of these branches.</summary>
    public Draft Fork(string id, params string[] branches) => Add(
        id, "Elsa.FlowFork", $$$$"""{"branches":{"typeName":"ICollection<String>","expression":{"type":"Object","value":{{{{JsonSerializer.Serialize(JsonSerializer.Serialize(branches))}}}}}}}""");

    /// <summary>Connects <c>a.Outcome>b</c>, several separated by blanks.</summary>
    public Draft Connect(string links)
    {
        foreach (var link in links.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = link.Split('.', '>');
            Links.Add(JsonNode.Parse($$$"""{"source":{"activity":"{{{parts[0]}}}","port":"{{{parts[1]}}}"},"target":{"activity":"{{{parts[2]}}}","port":"In"},"vertices":[]}"""));
        }
        return this;
    }

    /// <summary>Takes the connection of an outcome away.</summary>
    public Draft Cut(string from, string outcome)
    {
        foreach (var link in Links.Where(link => (string)link!["source"]!["activity"]! == from && (string)link["source"]!["port"]! == outcome).ToList())
            Links.Remove(link);
        return this;
    }

    /// <summary>Leads an outcome somewhere else.</summary>
    public Draft Route(string from, string outcome, string to) => Cut(from, outcome).Connect($"{from}.{outcome}>{to}");

    public IReadOnlyList<Finding> Findings(params string[] moreRoles) =>
        Kk.Compile(_definition.ToJsonString()).Validate(new PublishingContext(SopRoles.Union(moreRoles).ToHashSet()));

    public List<Finding> Errors(params string[] moreRoles) => [.. Findings(moreRoles).Where(finding => finding.Severity == Severity.Error)];
}
