using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.State;
using Dukcapil.Workflow.Instances;
using Dukcapil.Workflow.Running;

namespace Dukcapil.Workflow.Elsa;

/// <summary>What an instance waits for, as Elsa shows it.</summary>
internal sealed record ElsaBookmark(
    string Id, string Name, string Hash, JsonElement Payload, string ActivityId, string ActivityNodeId, string ActivityInstanceId, DateTimeOffset CreatedAt,
    bool AutoBurn = true, string CallbackMethodName = "ResumeAsync", bool AutoComplete = true);

/// <summary>A fault, as Elsa shows it; <c>ActivityInstanceId</c> is ours, for retrying it.</summary>
internal sealed record ElsaIncident(
    string ActivityId, string ActivityNodeId, string ActivityType, string Message, ElsaException Exception, DateTimeOffset Timestamp, string ActivityInstanceId);

/// <summary>The exception of a fault.</summary>
internal sealed record ElsaException(string Type, string Message, ElsaException? InnerException = null);

/// <summary>Somebody waits for the completion of a node.</summary>
internal sealed record ElsaCallback(string OwnerInstanceId, string ChildNodeId, string MethodName);

/// <summary>An execution that has not ended.</summary>
internal sealed record ElsaContext(
    string Id, int CallStackDepth, string? ParentContextId, string ScheduledActivityNodeId, string? OwnerActivityNodeId, IReadOnlyDictionary<string, object> Properties,
    object Metadata, object ActivityState, IReadOnlyList<object> DynamicVariables, string Status, bool IsExecuting, int FaultCount, DateTimeOffset StartedAt,
    DateTimeOffset? CompletedAt);

/// <summary>The state of an instance, as Elsa shows it.</summary>
internal sealed record ElsaState(
    string Id, string DefinitionId, string DefinitionVersionId, int DefinitionVersion, string? ParentWorkflowInstanceId, string? CorrelationId, string? Name, string Status,
    string SubStatus, bool IsExecuting, IReadOnlyList<ElsaBookmark> Bookmarks, IReadOnlyList<ElsaIncident> Incidents, bool IsSystem,
    IReadOnlyList<ElsaCallback> CompletionCallbacks, IReadOnlyList<ElsaContext> ActivityExecutionContexts, IReadOnlyList<object> ScheduledActivities,
    long ExecutionLogSequence, IReadOnlyDictionary<string, JsonElement> Input, IReadOnlyDictionary<string, JsonElement> Output, object Properties,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? FinishedAt)
{
    private static readonly Dictionary<string, object> Nothing = [];

    /// <summary>Reads an instance.</summary>
    public static ElsaState Of(InstanceRow row, CompiledWorkflow workflow)
    {
        var state = InstanceState.Read(row.State);
        return new(
            InstanceIds.Text(row.Id), row.DefinitionId, row.DefinitionVersionId, row.Version, row.ParentId is { } parent ? InstanceIds.Text(parent) : null,
            row.CorrelationId, row.Name, state.Status.ToString(), row.SubStatus, IsExecuting: false, [.. state.Bookmarks.Select(b => Bookmark(row.Id, b))],
            [.. state.Incidents.Select(i => Incident(row.Id, i))], IsSystem: false, [.. state.AwaitedCompletions.Select(c => Callback(row.Id, c.Owner, c.ChildNodeId))],
            [.. state.Contexts.Select(c => Context(row.Id, c, state, workflow))], [], state.Sequence, Map(state.Input), Map(state.Output), Nothing,
            row.CreatedAt, row.UpdatedAt, row.FinishedAt);
    }

    /// <summary>A bookmark.</summary>
    public static ElsaBookmark Bookmark(Guid instance, Bookmark bookmark)
    {
        var payload = Payload(instance, bookmark);
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{bookmark.Name}\n{payload.GetRawText()}")));
        return new(
            InstanceIds.Public(instance, bookmark.Id), bookmark.Name, hash, payload, bookmark.ActivityId, bookmark.NodeId,
            InstanceIds.Public(instance, bookmark.ActivityInstanceId), bookmark.CreatedAt);
    }

    private static JsonElement Payload(Guid instance, Bookmark bookmark) => JsonSerializer.SerializeToElement(
        bookmark switch
        {
            { TaskId: { } task } => new Dictionary<string, object?> { ["taskId"] = InstanceIds.Public(instance, task), ["taskName"] = bookmark.Subject },
            { DueAt: { } due } => new() { ["resumeAt"] = due },
            { Name: "Elsa.Event" } => new() { ["eventName"] = bookmark.Subject },
            _ => new() { ["childInstanceId"] = bookmark.Subject },
        },
        ElsaJson.Options);

    private static ElsaIncident Incident(Guid instance, Incident incident) => new(
        incident.ActivityId, incident.NodeId, incident.ActivityType, incident.Message,
        new(incident.ExceptionType, incident.Message, incident.Detail is { } detail ? new("System.Exception", detail) : null), incident.At,
        InstanceIds.Public(instance, incident.ActivityInstanceId));

    private static ElsaCallback Callback(Guid instance, ActivityContext owner, string childNodeId) => new(
        InstanceIds.Public(instance, owner.Id), childNodeId, owner.Parent is null ? "OnRootCompletedAsync" : "OnChildCompletedAsync");

    private static ElsaContext Context(Guid instance, ActivityContext context, InstanceState state, CompiledWorkflow workflow)
    {
        var depth = 0;
        for (var at = context.Parent; at is not null; at = at.Parent) depth++;
        return new(
            InstanceIds.Public(instance, context.Id), depth, context.Parent is { } parent ? InstanceIds.Public(instance, parent.Id) : null, context.NodeId,
            context.Parent?.NodeId, depth == 0 ? Variables(state, workflow) : Nothing, Nothing, Nothing, [], context.Status.ToString(), IsExecuting: false,
            context.FaultCount, context.StartedAt, null);
    }

    private static Dictionary<string, object> Variables(InstanceState state, CompiledWorkflow workflow)
    {
        var values = state.Variables(workflow);
        return new()
        {
            ["Variables"] = workflow.Variables.Where(v => values.TryGetValue(v.Name, out var value) && value is not null)
                .DistinctBy(v => v.Id).ToDictionary(v => v.Id, v => JsonValues.ToElement(values[v.Name]), StringComparer.Ordinal),
        };
    }

    private static Dictionary<string, JsonElement> Map(IReadOnlyDictionary<string, object?> values) =>
        values.ToDictionary(v => v.Key, v => JsonValues.ToElement(v.Value), StringComparer.Ordinal);
}
