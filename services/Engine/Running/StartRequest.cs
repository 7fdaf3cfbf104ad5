using System.Text.Json;

namespace Dukcapil.Engine.Running;

/// <summary>How an instance begins.</summary>
public sealed record StartRequest
{
    /// <summary>Instance id; null takes one from the burst's id source.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Workflow inputs; those not declared are seen in the first burst only.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Input { get; init; }

    /// <summary>Initial values of declared variables; names the workflow does not declare are left out.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Variables { get; init; }

    /// <summary>Correlation id.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Instance that started this one.</summary>
    public string? ParentInstanceId { get; init; }

    /// <summary>Activity whose trigger (event, timer) starts the instance.</summary>
    public string? TriggerActivityId { get; init; }

    /// <summary>What the trigger carries.</summary>
    public JsonElement? TriggerPayload { get; init; }
}
