using System.Text.Json;
using Dukcapil.Engine.Running;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Pemindahan;
using Dukcapil.Workflow.Running;
using Dukcapil.Workflow.Store;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Signals;

/// <summary>Obeys one signal within a unit of work. Whom it is for may have ended meanwhile: then there is nothing to do.</summary>
public sealed class SignalHandler(WorkflowDb db, InstanceSession session, InstanceRunner runner, InstanceMoves moves)
{
    /// <summary>Obeys.</summary>
    public Task HandleAsync(SignalContent content, CancellationToken cancellationToken) => content switch
    {
        EventSignal published => SpreadAsync(published, cancellationToken),
        ResumeSignal resume => ResumeAsync(resume.InstanceId, new EventPublished(resume.EventName, resume.Payload, BookmarkId: resume.BookmarkId), cancellationToken),
        ChildEndSignal end => ResumeAsync(end.ParentId, new ChildFinished(end.ParentKey, end.Result, end.SubStatus, end.ChildId?.ToString("D")), cancellationToken),
        StartSignal start => StartAsync(start, cancellationToken),
        ChildSignal child => StartAsync(child, cancellationToken),
        MoveBatchSignal batch => moves.BeginBatchAsync(batch, cancellationToken),
        MoveSignal move => moves.MoveAsync(move, cancellationToken),
        _ => throw new InvalidOperationException($"Unknown signal {content.GetType().Name}."),
    };

    // Each who waits gets a signal, and so a transaction, of its own: one that fails holds nobody up.
    private async Task SpreadAsync(EventSignal published, CancellationToken cancellationToken)
    {
        var waits = db.Waits.AsNoTracking().Where(w => w.EventName == published.EventName);
        if (published.InstanceId is { } one) waits = waits.Where(w => w.InstanceId == one);
        if (published.CorrelationId is { } correlation)
            waits = waits.Where(w => db.Instances.Any(i => i.Id == w.InstanceId && i.CorrelationId == correlation));
        foreach (var wait in await waits.OrderBy(w => w.InstanceId).ThenBy(w => w.BookmarkId).ToListAsync(cancellationToken))
            session.Say(new ResumeSignal(wait.InstanceId, wait.BookmarkId, published.EventName, published.Payload));
        if (published.InstanceId is not null) return;
        var triggers = await db.Triggers.AsNoTracking().Where(t => t.EventName == published.EventName).ToListAsync(cancellationToken);
        foreach (var trigger in triggers)
            session.Say(new StartSignal(Guid.CreateVersion7(), trigger.DefinitionId, trigger.ActivityId, published.Payload, published.CorrelationId, null));
    }

    private async Task ResumeAsync(Guid instanceId, Stimulus stimulus, CancellationToken cancellationToken)
    {
        if (await session.FindAsync(instanceId, cancellationToken) is { } work) await runner.ResumeAsync(work, stimulus, completion: null, cancellationToken);
    }

    private Task<InstanceWork> StartAsync(StartSignal start, CancellationToken cancellationToken) => runner.StartAsync(
        new()
        {
            Id = start.InstanceId,
            DefinitionId = start.DefinitionId,
            TriggerActivityId = start.TriggerActivityId,
            TriggerPayload = start.Payload,
            CorrelationId = start.CorrelationId,
            Input = Map(start.Input),
        },
        cancellationToken);

    private async Task StartAsync(ChildSignal child, CancellationToken cancellationToken)
    {
        var input = Map(child.Input) ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        input["ParentInstanceId"] = JsonSerializer.SerializeToElement(InstanceIds.Text(child.ParentId));
        await runner.StartAsync(
            new()
            {
                Id = child.InstanceId,
                DefinitionId = child.DefinitionId,
                PermohonanId = child.PermohonanId,
                Kantor = child.Kantor,
                ParentId = child.ParentId,
                ParentKey = child.ParentKey,
                CorrelationId = child.CorrelationId,
                Input = input,
            },
            cancellationToken);
    }

    private static Dictionary<string, JsonElement>? Map(JsonElement? json) =>
        json is { ValueKind: JsonValueKind.Object } map ? map.EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal) : null;
}
