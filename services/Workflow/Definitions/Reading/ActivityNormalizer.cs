using System.Text.Json;
using System.Text.Json.Nodes;
using Dukcapil.Engine.Catalogue;
using Dukcapil.Engine.Definitions;

namespace Dukcapil.Workflow.Definitions.Reading;

/// <summary>
/// Walks the activities: refuses what has no shape of one, and fills in what Studio cannot do without (nodeId, version, metadata). The
/// content of an activity of unknown type is nobody's business: it is kept as it is.
/// </summary>
internal static class ActivityNormalizer
{
    /// <summary>More is no help to anybody.</summary>
    public const int MostProblems = 50;

    private const int DeepestNesting = 100, LongestId = 100, LongestNodeId = 2_000;

    public static void Apply(JsonObject root, ActivityCatalogue catalogue, List<string> problems)
    {
        var walk = new Walk(catalogue, problems);
        walk.Visit(root, "Workflow1", "root", 1);
        if (walk.Count > WorkflowCompiler.MaxNodes) problems.Insert(0, $"Definisi melebihi {WorkflowCompiler.MaxNodes} langkah.");
    }

    private sealed class Walk(ActivityCatalogue catalogue, List<string> problems)
    {
        public int Count { get; private set; }

        public void Visit(JsonNode? node, string parentNodeId, string path, int depth)
        {
            if (problems.Count >= MostProblems || ++Count > WorkflowCompiler.MaxNodes) return;
            if (node is not JsonObject activity || CanonicalDefinition.Text(activity, "type") is not { } type)
            {
                problems.Add($"{path} harus berupa kegiatan: objek dengan type (teks).");
                return;
            }
            if (CanonicalDefinition.Text(activity, "id") is not { } id)
            {
                problems.Add($"{path}.id harus berupa teks yang tidak kosong.");
                return;
            }
            var nodeId = $"{parentNodeId}:{id}";
            if (id.Length > LongestId || id.Any(c => char.IsControl(c) || c is '<' or '>' or ':'))
                problems.Add($"{path}.id hanya boleh {LongestId} karakter tanpa ':', '<', '>', dan karakter kendali.");
            if (CanonicalDefinition.Text(activity, "name") is { } name) DefinitionShape.CheckName(name, $"{path}.name", problems);
            foreach (var part in (string[])["metadata", "customProperties"])
            {
                if (activity[part] is { } value && value.GetValueKind() != JsonValueKind.Object) problems.Add($"{path}.{part} harus berupa objek.");
            }
            if (depth > DeepestNesting || nodeId.Length > LongestNodeId) problems.Add($"{path}: kegiatan bersarang lebih dari {DeepestNesting} tingkat atau terlalu panjang jalurnya.");
            if (problems.Count > 0) return;
            activity["nodeId"] = nodeId;
            activity["version"] ??= 1;
            activity["metadata"] ??= new JsonObject();
            var custom = (activity["customProperties"] ??= new JsonObject()).AsObject();
            custom.TryAdd("canStartWorkflow", false);
            custom.TryAdd("runAsynchronously", false);
            if (catalogue.SlotsOf(type) is { } slots) Children(activity, slots, nodeId, path, depth);
        }

        private void Children(JsonObject activity, ActivitySlots slots, string nodeId, string path, int depth)
        {
            if (slots.HasActivities)
            {
                foreach (var (child, i) in Items(activity, "activities", path)) Visit(child, nodeId, $"{path}.activities[{i}]", depth + 1);
                Items(activity, "variables", path);
            }
            if (slots.HasConnections)
            {
                activity["customProperties"]!.AsObject().TryAdd("notFoundConnections", new JsonArray());
                foreach (var (connection, i) in Items(activity, "connections", path))
                {
                    if (connection is not JsonObject { } link || link["source"] is not JsonObject || link["target"] is not JsonObject)
                        problems.Add($"{path}.connections[{i}] harus berupa objek dengan source dan target.");
                    if (problems.Count >= MostProblems) return;
                }
            }
            if (slots.HasCases)
            {
                foreach (var (item, i) in Items(activity, "cases", path))
                {
                    if (item is JsonObject { } one && one["activity"] is { } child) Visit(child, nodeId, $"{path}.cases[{i}].activity", depth + 1);
                }
            }
            foreach (var port in slots.Ports)
            {
                if (activity[port] is { } child) Visit(child, nodeId, $"{path}.{port}", depth + 1);
            }
        }

        private IEnumerable<(JsonNode? Item, int Index)> Items(JsonObject activity, string name, string path)
        {
            if ((activity[name] ??= new JsonArray()) is JsonArray array) return array.Select((item, i) => (item, i));
            problems.Add($"{path}.{name} harus berupa larik.");
            return [];
        }
    }
}
