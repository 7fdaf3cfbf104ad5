using System.Diagnostics;
using System.Text.Json;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Definitions;
using Dukcapil.Workflow.Instances;
using Dukcapil.Workflow.Store;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Running;

/// <summary>
/// Runs bursts of the engine on instances of a unit of work. What the engine decides is pure; what comes of it (<see cref="BurstEffects"/>) is
/// written in the same transaction as what caused it.
/// </summary>
public sealed class InstanceRunner(WorkflowDb db, InstanceSession session, CompiledDefinitions definitions, BurstEffects effects, TimeProvider time)
{
    /// <summary>Starts an instance on the published version of a definition.</summary>
    public async Task<InstanceWork> StartAsync(NewInstance start, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(start);
        var (versionId, workflow) = await definitions.PublishedAsync(db, start.DefinitionId, cancellationToken);
        using var span = BurstSpan.Begin(workflow, start.PermohonanId);
        var world = await WorldAsync(workflow, burst: 1, cancellationToken);
        var began = Stopwatch.GetTimestamp();
        var result = WorkflowEngine.Start(
            workflow,
            new StartRequest
            {
                InstanceId = InstanceIds.Text(start.Id),
                CorrelationId = start.CorrelationId,
                Input = start.Input,
                Variables = start.Variables,
                ParentInstanceId = start.ParentId is { } parent ? InstanceIds.Text(parent) : null,
                TriggerActivityId = start.TriggerActivityId,
                TriggerPayload = start.TriggerPayload,
            },
            world);
        BurstSpan.Ran(workflow, result, began);
        var work = session.Add(new Instance
        {
            Id = start.Id,
            PermohonanId = start.PermohonanId,
            Kantor = start.Kantor,
            DefinitionId = workflow.DefinitionId,
            DefinitionVersionId = versionId,
            Version = workflow.Version,
            ParentId = start.ParentId,
            ParentKey = start.ParentKey,
            SubStatus = "",
            State = [],
            CreatedAt = time.GetUtcNow(),
        });
        effects.Apply(work, workflow, result);
        return work;
    }

    /// <summary>Lets an instance go on. A refused stimulus changes nothing; the answer says why.</summary>
    public async Task<BurstOutcome> ResumeAsync(InstanceWork work, Stimulus stimulus, TaskCompletion? completion, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        var workflow = await definitions.GetAsync(db, work.Row.DefinitionVersionId, cancellationToken);
        using var span = BurstSpan.Begin(workflow, work.Row.PermohonanId);
        var world = await WorldAsync(workflow, work.Row.Revision + 1, cancellationToken);
        var began = Stopwatch.GetTimestamp();
        var result = WorkflowEngine.Resume(workflow, work.State, stimulus, world);
        BurstSpan.Ran(workflow, result, began);
        if (result.Outcome == BurstOutcome.Applied) effects.Apply(work, workflow, result, completion, isRetry: stimulus is IncidentRetried or IncidentSkipped);
        return result.Outcome;
    }

    /// <summary>Ends an instance from outside, and its sub-workflows with it.</summary>
    /// <param name="work">Instance.</param>
    /// <param name="note">What the journal says of it, such as who asked.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task CancelAsync(InstanceWork work, string? note, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        var workflow = await definitions.GetAsync(db, work.Row.DefinitionVersionId, cancellationToken);
        var result = WorkflowEngine.Cancel(workflow, work.State, await WorldAsync(workflow, work.Row.Revision + 1, cancellationToken), note);
        if (result.Outcome != BurstOutcome.Applied) return;
        effects.Apply(work, workflow, result);
        var children = await db.Instances.AsNoTracking().Where(i => i.ParentId == work.Row.Id).Select(i => i.Id).ToListAsync(cancellationToken);
        foreach (var id in children)
        {
            if (await session.FindAsync(id, cancellationToken) is { } child) await CancelAsync(child, note, cancellationToken);
        }
    }

    /// <summary>Moves an instance to another version; the plan was looked at before.</summary>
    /// <param name="work">Instance.</param>
    /// <param name="versionId">Version it runs from now on.</param>
    /// <param name="nodes">Nodes old → new, where they are not the same.</param>
    /// <param name="note">What the journal says of it, such as who asked.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<BurstOutcome> MigrateAsync(
        InstanceWork work, string versionId, IReadOnlyDictionary<string, string>? nodes, string? note, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        var from = await definitions.GetAsync(db, work.Row.DefinitionVersionId, cancellationToken);
        var to = await definitions.GetAsync(db, versionId, cancellationToken);
        var result = WorkflowMigration.Apply(from, to, work.State, await WorldAsync(to, work.Row.Revision + 1, cancellationToken), nodes, note);
        if (result.Outcome != BurstOutcome.Applied) return result.Outcome;
        work.Row.DefinitionVersionId = versionId;
        work.Row.Version = to.Version;
        effects.Apply(work, to, result);
        return result.Outcome;
    }

    private async Task<BurstContext> WorldAsync(CompiledWorkflow workflow, int burst, CancellationToken cancellationToken) =>
        new(time.GetUtcNow(), InstanceIds.Local(burst))
        {
            PublishedDefinitions = workflow.StartsOthers ? await definitions.PublishedIdsAsync(db, cancellationToken) : null,
        };
}

/// <summary>An instance to be started.</summary>
public sealed record NewInstance
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Definition; its published version.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Application it works for.</summary>
    public Guid? PermohonanId { get; init; }

    /// <summary>Office of the application.</summary>
    public string? Kantor { get; init; }

    /// <summary>Instance that starts it as a sub-workflow.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>Key under which the parent waits.</summary>
    public string? ParentKey { get; init; }

    /// <summary>Correlation id.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Workflow input.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Input { get; init; }

    /// <summary>Initial values of variables.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Variables { get; init; }

    /// <summary>Activity whose trigger starts it.</summary>
    public string? TriggerActivityId { get; init; }

    /// <summary>What the trigger carries.</summary>
    public JsonElement? TriggerPayload { get; init; }
}
