using System.Collections.Frozen;
using Dukcapil.Engine.Catalogue;
using Dukcapil.Engine.Validation;

namespace Dukcapil.Engine.Definitions;

/// <summary>One version of a workflow definition, compiled once into an immutable graph; safe to share between threads.</summary>
public sealed class CompiledWorkflow
{
    private readonly FrozenDictionary<string, CompiledNode> _byNodeId;
    private readonly FrozenDictionary<string, CompiledNode> _byId;

    internal CompiledWorkflow(ActivityCatalogue catalogue, CompiledNode[] nodes)
    {
        Catalogue = catalogue;
        Nodes = nodes;
        _byNodeId = nodes.DistinctBy(node => node.NodeId).ToFrozenDictionary(node => node.NodeId, StringComparer.Ordinal);
        _byId = nodes.DistinctBy(node => node.Id).ToFrozenDictionary(node => node.Id, StringComparer.Ordinal);
        StartsOthers = nodes.Any(node => node.Kind is Activities.DispatchWorkflow);
        VariableNames = [.. nodes[0].Variables.Select(variable => variable.Name)];
    }

    /// <summary>Definition id, the same over all versions.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Id of this version, if the definition has one.</summary>
    public required string? VersionId { get; init; }

    /// <summary>Version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Name of the definition.</summary>
    public required string? Name { get; init; }

    /// <summary>Whether a fault leaves an incident and the rest runs on (ContinueWithIncidents); otherwise a fault ends the instance.</summary>
    public required bool ContinuesWithIncidents { get; init; }

    /// <summary>Declared inputs.</summary>
    public required IReadOnlyList<InputDefinition> Inputs { get; init; }

    /// <summary>Declared outputs.</summary>
    public required IReadOnlyList<OutputDefinition> Outputs { get; init; }

    /// <summary>What was wrong while loading; empty for a clean definition.</summary>
    public required IReadOnlyList<LoadProblem> Problems { get; init; }

    /// <summary>The catalogue it was compiled with.</summary>
    public ActivityCatalogue Catalogue { get; }

    /// <summary>Whether it can start sub-workflows.</summary>
    public bool StartsOthers { get; }

    /// <summary>All nodes, the workflow itself first, then depth-first.</summary>
    public IReadOnlyList<CompiledNode> Nodes { get; }

    /// <summary>Variables of the workflow.</summary>
    public IReadOnlyList<VariableDefinition> Variables => Nodes[0].Variables;

    internal string[] VariableNames { get; }

    /// <summary>Finds a node by its path.</summary>
    /// <param name="nodeId">Path such as <c>Workflow1:Flowchart1:t1</c>.</param>
    public CompiledNode? FindNode(string nodeId) => _byNodeId.GetValueOrDefault(nodeId);

    /// <summary>Finds a node by its activity id.</summary>
    /// <param name="activityId">Activity id.</param>
    public CompiledNode? FindActivity(string activityId) => _byId.GetValueOrDefault(activityId);

    /// <summary>Whether a fault of a node may be skipped: it is no human task and has none inside.</summary>
    /// <param name="node">A node of this version.</param>
    public bool CanSkip(CompiledNode node)
    {
        foreach (var other in Nodes)
        {
            for (var at = other.IsHumanTask ? other : null; at is not null; at = at.Parent)
            {
                if (at == node)
                    return false;
            }
        }
        return true;
    }

    /// <summary>Checks the definition as publishing does.</summary>
    /// <param name="context">What the office has beside it: roles, other definitions. Without it only the definition itself is checked.</param>
    /// <returns>Every finding, errors and warnings; an empty list when all is well.</returns>
    public IReadOnlyList<Finding> Validate(PublishingContext? context = null) => WorkflowValidator.Validate(this, context ?? PublishingContext.None);
}
