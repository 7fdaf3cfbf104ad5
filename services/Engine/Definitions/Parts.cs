using Dukcapil.Engine.Expressions;

namespace Dukcapil.Engine.Definitions;

/// <summary>A variable a workflow or a container declares.</summary>
/// <param name="Id">What bindings refer to.</param>
/// <param name="Name">What scripts refer to.</param>
/// <param name="TypeName">Type alias as in the definition.</param>
/// <param name="Shape">What its values are converted to.</param>
/// <param name="Default">Its value at the start.</param>
/// <param name="IsPersistent">Whether its value outlives a suspension (WorkflowInstance storage driver); otherwise it falls back to its default.</param>
/// <param name="IsOldDriver">Whether it is stored by the driver of older definitions (WorkflowStorageDriver), which converts what it reads.</param>
public sealed record VariableDefinition(
    string Id, string Name, string TypeName, ValueShape Shape, object? Default, bool IsPersistent, bool IsOldDriver = false);

/// <summary>An input a workflow declares.</summary>
/// <param name="Name">Name, matched without regard to case.</param>
/// <param name="TypeName">Type alias as in the definition.</param>
/// <param name="IsPersistent">Whether its value outlives the first burst.</param>
public sealed record InputDefinition(string Name, string TypeName, bool IsPersistent);

/// <summary>An output a workflow declares.</summary>
/// <param name="Name">Name.</param>
/// <param name="TypeName">Type alias as in the definition.</param>
public sealed record OutputDefinition(string Name, string TypeName);

/// <summary>Something wrong in a definition as loaded; the rest of the definition is still usable.</summary>
/// <param name="NodeId">The node meant, null for the definition as a whole.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Message">For a person of the office, Indonesian.</param>
public sealed record LoadProblem(string? NodeId, string Code, string Message);

/// <summary>One connection of a flowchart.</summary>
/// <param name="Source">Index of the source node.</param>
/// <param name="Outcome">Outcome (port) of the source.</param>
/// <param name="Target">Index of the target node.</param>
public sealed record FlowConnection(int Source, string Outcome, int Target);

/// <summary>A case of a Switch or FlowSwitch.</summary>
internal sealed record SwitchCase(string Label, CompiledExpression Condition, int Activity);

/// <summary>An input of a node, ready to be evaluated.</summary>
internal sealed record CompiledInput(string Name, string JsonName, ValueShape Shape, CompiledExpression? Expression, object? Default, bool IsEvaluatedBefore, bool IsConvertedAtUse = false);

/// <summary>Where an output of a node is also stored: the id of a variable, or none.</summary>
internal sealed record OutputBinding(string Name, string? VariableId);

/// <summary>When a node with several inbound connections runs.</summary>
internal enum MergeMode
{
    Stream,
    Merge,
    Converge,
    Cascade,
    Race,
}
