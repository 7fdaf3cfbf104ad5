using Dukcapil.Workflow.Instances;
using Dukcapil.Workflow.Running;

namespace Dukcapil.Workflow.Elsa;

/// <summary>An instance in a list.</summary>
internal sealed record ElsaInstanceSummary(
    string Id, string DefinitionId, string DefinitionVersionId, int Version, string Status, string SubStatus, string? CorrelationId, string? Name, int IncidentCount,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? FinishedAt)
{
    public static ElsaInstanceSummary Of(InstanceListing row) => new(
        InstanceIds.Text(row.Id), row.DefinitionId, row.DefinitionVersionId, row.Version, row.FinishedAt is null ? "Running" : "Finished", row.SubStatus, row.CorrelationId,
        row.Name, row.IncidentCount, row.CreatedAt, row.UpdatedAt, row.FinishedAt);
}

/// <summary>A page of instances. <c>Cursor</c> is there when the caller pages by it and more follow.</summary>
internal sealed record ElsaInstancePage(IReadOnlyList<ElsaInstanceSummary> Items, long TotalCount, string? Cursor);

/// <summary>One instance with its state.</summary>
internal sealed record ElsaInstance(
    string Id, string DefinitionId, string DefinitionVersionId, int Version, string? ParentWorkflowInstanceId, ElsaState WorkflowState, string Status, string SubStatus,
    bool IsExecuting, string? CorrelationId, string? Name, int IncidentCount, bool IsSystem, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? FinishedAt)
{
    public static ElsaInstance Of(InstanceRow row, ElsaState state) => new(
        state.Id, row.DefinitionId, row.DefinitionVersionId, row.Version, state.ParentWorkflowInstanceId, state, state.Status, row.SubStatus, IsExecuting: false,
        row.CorrelationId, row.Name, row.IncidentCount, IsSystem: false, row.CreatedAt, row.UpdatedAt, row.FinishedAt);
}

/// <summary>How far an instance is; 3.7 reads <c>SubStatus</c>, 3.8 <c>WorkflowSubStatus</c>.</summary>
internal sealed record ElsaExecutionState(string Status, string SubStatus, string WorkflowSubStatus, DateTimeOffset UpdatedAt);

/// <summary>A variable with its value.</summary>
internal sealed record ElsaVariable(string Id, string Name, System.Text.Json.JsonElement? Value);

/// <summary>A counted list.</summary>
internal sealed record ElsaCounted<T>(IReadOnlyList<T> Items, int Count);

/// <summary>A list with its total.</summary>
internal sealed record ElsaTotal<T>(IReadOnlyList<T> Items, int TotalCount);
