using System.Text.Json;
using Dukcapil.Engine.Activities;

namespace Dukcapil.Engine.Definitions;

/// <summary>One activity of a compiled definition.</summary>
public sealed class CompiledNode
{
    internal CompiledNode(int index, CompiledNode? parent, string id, string type, ActivityKind kind, JsonElement json)
    {
        Index = index;
        Parent = parent;
        Id = id;
        NodeId = parent is null ? id : $"{parent.NodeId}:{id}";
        Type = type;
        Kind = kind;
        Json = json;
    }

    /// <summary>Position in <see cref="CompiledWorkflow.Nodes"/>; 0 is the workflow itself.</summary>
    public int Index { get; }

    /// <summary>The container, null for the workflow itself.</summary>
    public CompiledNode? Parent { get; }

    /// <summary>Activity id, unique in its definition.</summary>
    public string Id { get; }

    /// <summary>Path of ids such as <c>Workflow1:Flowchart1:t1</c>.</summary>
    public string NodeId { get; }

    /// <summary>Activity type.</summary>
    public string Type { get; }

    /// <summary>Activity version.</summary>
    public int Version { get; internal init; } = 1;

    /// <summary>Name given in the designer, if any.</summary>
    public string? Name { get; internal init; }

    /// <summary>Text shown in the designer, if any.</summary>
    public string? DisplayText { get; internal init; }

    /// <summary>The activity as the definition has it, unknown properties included.</summary>
    public JsonElement Json { get; }

    /// <summary>Whether the catalogue knows the type.</summary>
    public bool IsKnown => Kind is not UnknownActivity;

    /// <summary>Whether it is a human task.</summary>
    public bool IsHumanTask => Kind is HumanTask;

    /// <summary>Outcomes its connections lead away from, in order of the connections, each once.</summary>
    public IReadOnlyList<string> ConnectedOutcomes { get; internal set; } = [];

    /// <summary>Outcomes an officer may choose: those of the type that this definition connects, in the type's order.</summary>
    public IReadOnlyList<string> OfferedOutcomes { get; internal set; } = [];

    /// <summary>Whether its inputs are the same in every instance.</summary>
    public bool HasConstantInputs => ConstantInputs is not null;

    /// <summary>Its inputs that are the same in every instance and are not nothing.</summary>
    public IEnumerable<KeyValuePair<string, object?>> FixedInputs()
    {
        for (var i = 0; i < Inputs.Length; i++)
        {
            var value = ConstantInputs is not null ? ConstantInputs[i] : Inputs[i].Expression is null ? Inputs[i].Default : null;
            if (value is not null)
                yield return new(Inputs[i].Name, value);
        }
    }

    internal ActivityKind Kind { get; }

    internal string[] InputNames { get; set; } = [];

    internal CompiledInput[] Inputs { get; set; } = [];

    /// <summary>The inputs' values when none depends on the instance; evaluated once.</summary>
    internal object?[]? ConstantInputs { get; set; }

    internal OutputBinding[] Outputs { get; set; } = [];

    internal string[] OutputNames { get; set; } = [];

    internal List<CompiledNode> Children { get; } = [];

    internal Dictionary<string, int> Ports { get; } = new(StringComparer.Ordinal);

    internal SwitchCase[] Cases { get; set; } = [];

    internal string? TargetVariableId { get; set; }

    internal VariableDefinition[] Variables { get; set; } = [];

    internal FlowGraph? Flow { get; set; }

    internal MergeMode? MergeMode { get; init; }

    internal bool CanStartWorkflow { get; init; }

    internal int Port(string name) => Ports.GetValueOrDefault(name, -1);
}
