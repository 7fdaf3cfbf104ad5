using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dukcapil.Workflow.Tests.Peranti;

/// <summary>Small definitions for tests.</summary>
internal static class Definisi
{
    /// <summary>A definition of a flowchart.</summary>
    /// <param name="id">Definition id.</param>
    /// <param name="activities">Activities as JSON, in order.</param>
    /// <param name="connections"><c>a→b</c> or <c>a:Outcome→b</c>.</param>
    /// <param name="variables">Names of text variables kept with the instance.</param>
    public static string Alur(string id, string[] activities, string[] connections, params string[] variables)
    {
        var model = new JsonObject
        {
            ["definitionId"] = id,
            ["name"] = id,
            ["variables"] = new JsonArray([.. variables.Select(v => (JsonNode)Variabel(v))]),
            ["inputs"] = new JsonArray(),
            ["outputs"] = new JsonArray(new JsonObject { ["type"] = "String", ["name"] = "hasil", ["displayName"] = "hasil", ["description"] = "", ["category"] = "" }),
            ["options"] = new JsonObject { ["incidentStrategyType"] = "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core" },
            ["root"] = new JsonObject
            {
                ["id"] = "Flowchart1",
                ["nodeId"] = "Workflow1:Flowchart1",
                ["name"] = "Flowchart1",
                ["type"] = "Elsa.Flowchart",
                ["version"] = 1,
                ["activities"] = new JsonArray([.. activities.Select(a => JsonNode.Parse(a)!)]),
                ["connections"] = new JsonArray([.. connections.Select(c => (JsonNode)Sambungan(c))]),
            },
        };
        return model.ToJsonString();
    }

    /// <summary>A definition of the office's own vocabulary: with the facts of an application as variables.</summary>
    public static string AlurDinas(string id, string[] activities, string[] connections)
    {
        var model = JsonNode.Parse(Alur(id, activities, connections))!.AsObject();
        var sop = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "workflows", "kartu-keluarga.json")))!;
        model["variables"] = sop["variables"]!.DeepClone();
        return model.ToJsonString();
    }

    /// <summary>An activity.</summary>
    public static string Langkah(string id, string type, string more = "") =>
        "{" + $"\"id\":\"{id}\",\"name\":\"{id}\",\"type\":\"{type}\",\"version\":1" + (more.Length > 0 ? "," + more : "") + "}";

    /// <summary>An input as the designer writes it.</summary>
    public static string Isi(string name, string value, string type = "Literal", string typeName = "String") =>
        $"\"{name}\":{{\"typeName\":\"{typeName}\",\"expression\":{{\"type\":\"{type}\",\"value\":{JsonSerializer.Serialize(value)}}}}}";

    private static JsonObject Variabel(string name) => new()
    {
        ["id"] = name,
        ["name"] = name,
        ["typeName"] = "String",
        ["isArray"] = false,
        ["value"] = null,
        ["storageDriverTypeName"] = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core",
    };

    private static JsonObject Sambungan(string text)
    {
        var (from, to) = (text.Split('→')[0].Split(':'), text.Split('→')[1]);
        return new()
        {
            ["source"] = new JsonObject { ["activity"] = from[0], ["port"] = from.Length > 1 ? from[1] : "Done" },
            ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
        };
    }
}
