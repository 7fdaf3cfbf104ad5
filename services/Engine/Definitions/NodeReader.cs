using System.Collections.Frozen;
using System.Text.Json;
using Dukcapil.Engine.Activities;
using Dukcapil.Engine.Catalogue;
using Dukcapil.Engine.Expressions;

namespace Dukcapil.Engine.Definitions;

/// <summary>Reads the activities of a definition into nodes.</summary>
internal sealed class NodeReader(ActivityCatalogue catalogue, List<LoadProblem> problems)
{
    private const int MaxNesting = 100;
    private static readonly HashSet<string> NotInputs = new(StringComparer.Ordinal)
    {
        "id", "nodeId", "name", "type", "version", "customProperties", "metadata", "activities", "connections", "variables", "start", "result",
    };

    private readonly List<CompiledNode> _nodes = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private bool _isFull;

    public CompiledNode[] ReadAll(JsonElement definition)
    {
        var root = new CompiledNode(0, null, "Workflow1", "Elsa.Workflow", new WorkflowRoot(), definition)
        {
            Variables = VariableReader.Read(definition.Items("variables")),
            OutputNames = ["Result"],
            Outputs = [new("Result", null)],
            ConstantInputs = [],
        };
        _nodes.Add(root);
        _ids.Add(root.Id);
        if (definition.Get("root") is { ValueKind: JsonValueKind.Object } json)
            Read(json, root, 1);
        else
            problems.Add(new(null, "tanpa-root", "Definisi tidak memiliki kegiatan utama (root)."));
        return [.. _nodes];
    }

    private CompiledNode? Read(JsonElement json, CompiledNode parent, int depth)
    {
        if (_nodes.Count > WorkflowCompiler.MaxNodes || depth > MaxNesting)
        {
            if (!_isFull)
                problems.Add(new(parent.NodeId, "terlalu-banyak", $"Definisi melebihi {WorkflowCompiler.MaxNodes} langkah atau {MaxNesting} tingkat."));
            _isFull = true;
            return null;
        }
        var id = json.Text("id");
        if (string.IsNullOrEmpty(id))
        {
            id = $"tanpa-id-{_nodes.Count}";
            problems.Add(new($"{parent.NodeId}:{id}", "tanpa-id", $"Sebuah langkah di dalam '{Brief.Of(parent.Id)}' tidak memiliki id."));
        }
        if (!_ids.Add(id))
            problems.Add(new($"{parent.NodeId}:{id}", "id-ganda", $"Id langkah '{Brief.Of(id)}' dipakai lebih dari sekali."));
        var node = Make(json, parent, id, depth);
        return node;
    }

    private CompiledNode Make(JsonElement json, CompiledNode parent, string id, int depth)
    {
        var type = json.Text("type") ?? "";
        var kind = catalogue.Find(type);
        if (kind is null)
            problems.Add(new($"{parent.NodeId}:{id}", "tipe-tidak-dikenal", $"Tipe langkah '{Brief.Of(type)}' pada '{Brief.Of(id)}' tidak dikenal."));
        var custom = json.Get("customProperties");
        var node = new CompiledNode(_nodes.Count, parent, id, type, kind ?? new UnknownActivity(type), json)
        {
            Version = json.Number("version") ?? 1,
            Name = json.Text("name"),
            DisplayText = json.Get("metadata").Text("displayText") is { Length: > 0 } text ? text : null,
            CanStartWorkflow = custom.Flag("canStartWorkflow"),
            MergeMode = Enum.TryParse<MergeMode>(custom.Text("mergeMode"), true, out var mode) ? mode : null,
        };
        _nodes.Add(node);
        parent.Children.Add(node);
        ReadParts(node, depth);
        return node;
    }

    private void ReadParts(CompiledNode node, int depth)
    {
        var json = node.Json;
        ReadInputs(node);
        // Outside a flowchart there are no connections: every outcome leads on.
        node.OfferedOutcomes = node.Kind.Outcomes ?? [];
        node.OutputNames = [.. node.Kind.Outputs];
        node.Outputs = [.. node.OutputNames.Select(name => new OutputBinding(name, json.Get(JsonAccess.Camel(name)).Get("memoryReference").Text("id")))];
        node.TargetVariableId = json.Get("variable").Text("id");
        if (node.Kind.IsContainer)
        {
            node.Variables = VariableReader.Read(json.Items("variables"));
            foreach (var child in json.Items("activities"))
            {
                if (child.ValueKind == JsonValueKind.Object)
                    Read(child, node, depth + 1);
            }
        }
        foreach (var port in node.Kind.Ports)
        {
            if (json.Get(port) is { ValueKind: JsonValueKind.Object } child && Read(child, node, depth + 1) is { } read)
                node.Ports[port] = read.Index;
        }
        if (node.Kind is FlowSwitch or Switch)
            ReadCases(node, depth);
        if (node.Kind is Flowchart)
            ConnectionReader.Read(node, problems);
    }

    private void ReadCases(CompiledNode node, int depth) => node.Cases =
    [
        .. node.Json.Items("cases").Where(item => item.ValueKind == JsonValueKind.Object).Select(item => new SwitchCase(
            item.Text("label") ?? "",
            item.Get("condition") is { ValueKind: JsonValueKind.Object } condition ? ExpressionReader.Read(condition) : new LiteralExpression(false),
            item.Get("activity") is { ValueKind: JsonValueKind.Object } child ? Read(child, node, depth + 1)?.Index ?? -1 : -1)),
    ];

    private static void ReadInputs(CompiledNode node)
    {
        node.Inputs = node.Kind is HumanTask task ? HumanTaskInputs(node.Json, task.Declaration) : DeclaredInputs(node.Json, node.Kind);
        node.InputNames = [.. node.Inputs.Select(input => input.JsonName)];
        if (!Array.TrueForAll(node.Inputs, input => input.IsEvaluatedBefore && input.Expression is null or { IsConstant: true }))
            return;
        try
        {
            node.ConstantInputs = [.. node.Inputs.Select(input => input.Expression is { } expression
                ? expression.Evaluate(null!, null!, input.Shape)
                : input.Default)];
        }
        catch (Exception error) when (error is EngineFaultException or OverflowException or InvalidOperationException)
        {
            // A value that cannot be converted is the fault of the run that needs it, where it becomes an incident.
            node.ConstantInputs = null;
        }
    }

    private static CompiledInput[] DeclaredInputs(JsonElement json, ActivityKind kind) =>
    [
        .. kind.Inputs.Select(spec => new CompiledInput(
            spec.Name, JsonAccess.Camel(spec.Name), spec.Shape, ExpressionReader.ReadInput(json.Get(JsonAccess.Camel(spec.Name))), spec.Default, spec.IsEvaluatedBefore,
            spec.IsConvertedAtUse)),
    ];

    private static CompiledInput[] HumanTaskInputs(JsonElement json, HumanTaskType type) =>
    [
        .. json.EnumerateObject().Where(property => !NotInputs.Contains(property.Name)).DistinctBy(property => property.Name).Select(property => new CompiledInput(
            property.Name, property.Name, ShapeOf(property, type), ExpressionReader.ReadInput(property.Value), null, true)),
        .. (type.Inputs ?? FrozenDictionary<string, HumanTaskInput>.Empty)
            .Where(input => input.Value.Default is not null && !json.TryGetProperty(input.Key, out _))
            .Select(input => new CompiledInput(
                input.Key, input.Key, input.Value.Shape, new LiteralExpression(JsonValues.FromJson(input.Value.Default!.Value)), null, true)),
    ];

    private static ValueShape ShapeOf(JsonProperty property, HumanTaskType type)
    {
        if (type.Inputs?.TryGetValue(property.Name, out var declared) == true)
            return declared.Shape;
        if (property.Value.Text("typeName") is { } typeName)
            return ValueShape.FromAlias(typeName);
        // What the designer wrote as JSON text without a type is meant as JSON.
        return property.Value.Get("expression").Text("type") is "Object" or "Json" ? new(ValueKind.List) : ValueShape.Object;
    }
}
