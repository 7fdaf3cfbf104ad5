using System.Text.Json.Nodes;
using Dukcapil.Kependudukan;
using Dukcapil.Workflow.Roles;

namespace Dukcapil.Workflow.Catalogue;

/// <summary>A type of <c>aktivitas-dukcapil.json</c> in the shape of Elsa's descriptors. All that people read in it is ours, in Indonesian.</summary>
internal static class OurDescriptor
{
    /// <summary>Name of the property that says where the choices of a drop-down come from.</summary>
    private const string ChoiceSource = "sumberPilihan";

    public static JsonObject Of(JsonObject declared)
    {
        var type = (string)declared["typeName"]!;
        return new JsonObject
        {
            ["typeName"] = type,
            ["clrType"] = type,
            ["namespace"] = "Dukcapil",
            ["name"] = type[(type.IndexOf('.', StringComparison.Ordinal) + 1)..],
            ["version"] = declared["version"]!.DeepClone(),
            ["category"] = declared["category"]!.DeepClone(),
            ["displayName"] = declared["displayName"]!.DeepClone(),
            ["description"] = declared["description"]!.DeepClone(),
            ["inputs"] = new JsonArray([.. declared["inputs"]!.AsArray().Select(input => Input(input!.AsObject()))]),
            ["outputs"] = new JsonArray(),
            ["kind"] = "Action",
            ["runAsynchronously"] = false,
            ["ports"] = new JsonArray([.. declared["hasil"]!.AsArray().Select(outcome => Port((string)outcome!["name"]!, (string)outcome["displayName"]!))]),
            ["customProperties"] = new JsonObject { ["Type"] = type },
            ["constructionProperties"] = new JsonObject(),
            ["isContainer"] = false,
            ["isBrowsable"] = true,
            ["isStart"] = false,
            ["isTerminal"] = false,
        };
    }

    /// <summary>A copy in which the drop-downs of roles have the roles of the office.</summary>
    public static JsonObject WithRoles(JsonObject descriptor, IReadOnlyList<PeranAlur> roles)
    {
        var copy = (JsonObject)descriptor.DeepClone();
        foreach (var input in copy["inputs"]!.AsArray().Select(i => i!.AsObject()).Where(i => (string?)i[ChoiceSource] == "peran"))
        {
            var choices = input["uiSpecifications"]!["dropdown"]!["selectList"]!["items"]!.AsArray();
            foreach (var role in roles) choices.Add((JsonNode)Choice(role.Nama, role.Kode));
            input.Remove(ChoiceSource);
        }
        return copy;
    }

    public static JsonObject Port(string name, string displayName) =>
        new() { ["name"] = name, ["displayName"] = displayName, ["type"] = "Flow", ["isBrowsable"] = true };

    private static JsonObject Choice(string text, string value) => new() { ["text"] = text, ["value"] = value };

    private static JsonObject Input(JsonObject declared)
    {
        var input = new JsonObject
        {
            ["isWrapped"] = true,
            ["isReadOnly"] = false,
            ["isSensitive"] = false,
            ["autoEvaluate"] = true,
            ["isBrowsable"] = true,
            ["isSerializable"] = true,
            ["isSynthetic"] = false,
        };
        // What is null in the file says nothing, as in Elsa's own answers.
        foreach (var (name, value) in declared.Where(p => p.Value is not null)) input[name] = value!.DeepClone();
        if ((string?)input[ChoiceSource] == "persyaratan")
        {
            var choices = input["uiSpecifications"]!["checklist"]!["checkList"]!["items"]!.AsArray();
            foreach (var (code, title) in Persyaratan.Dokumen.OrderBy(d => d.Value, StringComparer.Ordinal)) choices.Add((JsonNode)Choice($"{title} ({code})", code));
            input.Remove(ChoiceSource);
        }
        return input;
    }
}
