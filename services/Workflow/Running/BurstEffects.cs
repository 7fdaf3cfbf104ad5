using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;
using Dukcapil.Workflow.Catalogue;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Instances;
using Dukcapil.Workflow.Signals;
using Dukcapil.Workflow.Store;

namespace Dukcapil.Workflow.Running;

/// <summary>What comes of a burst: state, journal, waits, tasks for their owners, signals for other instances, news of the end.</summary>
public sealed class BurstEffects(WorkflowDb db, InstanceSession session, KatalogAktivitas katalog, TimeProvider time)
{
    /// <summary>Puts the effects of a burst into the unit of work.</summary>
    public void Apply(InstanceWork work, CompiledWorkflow workflow, BurstResult result, TaskCompletion? completion = null, bool isRetry = false)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(workflow);
        ArgumentNullException.ThrowIfNull(result);
        var (row, state, now) = (work.Row, result.State, time.GetUtcNow());
        work.Take(state);
        row.SubStatus = state.SubStatus.ToString();
        row.CorrelationId = state.CorrelationId;
        row.Name = state.Name;
        row.IncidentCount = state.Incidents.Count;
        row.UpdatedAt = now;
        row.FinishedAt = state.Status == WorkflowStatus.Finished ? now : null;
        row.Revision++;
        work.Journal.Add(new() { InstanceId = row.Id, Burst = row.Revision, Version = row.Version, At = now, Records = JournalFormat.Pack(result, isRetry) });
        MoveWaits(work, result);
        var askedAnew = new Dictionary<string, OpenTask>(StringComparer.Ordinal);
        foreach (var bookmark in result.BookmarksBurned)
        {
            if (bookmark.TaskId is not { } id || work.Tasks.FirstOrDefault(t => t.EngineTaskId == id) is not { } ended) continue;
            work.End(ended);
            askedAnew[bookmark.ActivityInstanceId] = ended;
            if (ended.TugasId != completion?.Asal.TugasId) AskToClose(ended);
        }
        foreach (var request in result.TaskRequests.Where(r => r.Type != RunTask))
        {
            // The same execution asks again, in another version: the task comes from where the first one came from.
            var asal = askedAnew.TryGetValue(request.ActivityInstanceId, out var former) ? former.Message.Asal : completion?.Asal;
            Issue(work, TaskMessage.From(request, workflow.FindNode(request.NodeId)!, row, katalog, asal, now), request.TaskId);
        }
        Say(row, result);
        if (row.FinishedAt is not null) End(work, state, now);
    }

    private const string RunTask = "Elsa.RunTask";

    /// <summary>Sends a task to its owner and remembers that it waits there.</summary>
    public void Issue(InstanceWork work, TugasDiterbitkan message, string engineTaskId)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(message);
        // Written once: as the outbox carries it, so it is kept.
        var text = db.Send(message);
        work.Add(new OpenTask
        {
            TugasId = message.TugasId,
            EngineTaskId = engineTaskId,
            InstanceId = work.Row.Id,
            PermohonanId = message.PermohonanId,
            MessageText = text,
            IssuedAt = message.Pada,
        });
    }

    /// <summary>Gives a task that its owner has closed to its owner again, as a new one.</summary>
    public void IssueAgain(InstanceWork work, OpenTask closed)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(closed);
        work.End(closed);
        Issue(work, closed.Message with { TugasId = InstanceIds.Public(work.Row.Id, Guid.CreateVersion7().ToString("N")), Pada = time.GetUtcNow() }, closed.EngineTaskId);
    }

    private void MoveWaits(InstanceWork work, BurstResult result)
    {
        foreach (var bookmark in result.BookmarksBurned.Where(IsLookedUp)) work.EndedWaits.Add(bookmark.Id);
        foreach (var bookmark in result.BookmarksCreated.Where(IsLookedUp))
        {
            work.NewWaits.Add(new()
            {
                InstanceId = work.Row.Id,
                BookmarkId = bookmark.Id,
                EventName = bookmark.DueAt is null ? bookmark.Subject ?? "" : null,
                DueAt = bookmark.DueAt,
            });
            if (bookmark.DueAt is { } due) session.WakeAt(due);
        }
    }

    // Tasks and children name the instance they belong to; only times and events have to be looked for.
    private static bool IsLookedUp(Bookmark bookmark) => bookmark.DueAt is not null || bookmark.Name == "Elsa.Event";

    private void Say(InstanceRow row, BurstResult result)
    {
        foreach (var published in result.PublishedEvents)
        {
            session.Say(new EventSignal(
                published.EventName, published.CorrelationId, published.InstanceId is null ? null : row.Id,
                published.Payload is null ? null : JsonValues.ToElement(published.Payload)));
        }
        foreach (var child in result.Children)
        {
            session.Say(new ChildSignal(
                InstanceIds.Derived(row.Id, child.InstanceId), row.Id, child.WaitsForCompletion ? child.InstanceId : null, row.PermohonanId, row.Kantor,
                child.DefinitionId, child.CorrelationId, child.Input is null ? null : JsonValues.ToElement(child.Input)));
        }
    }

    // A task nobody waits for any more (a race lost, a branch ended) would lie in an officer's list for ever. Whatever its owner answers changes nothing.
    private void AskToClose(OpenTask task)
    {
        if (task.IsClosed) return;
        db.Send(new PenutupanTugasDiminta { PermohonanId = task.PermohonanId, PencabutanId = task.InstanceId, TugasId = task.TugasId, Pelayan = task.Message.Pelayan });
    }

    private void End(InstanceWork work, InstanceState state, DateTimeOffset now)
    {
        var row = work.Row;
        foreach (var task in work.Tasks.ToList())
        {
            work.End(task);
            AskToClose(task);
        }
        if (row is { ParentId: { } parent, ParentKey: { } key })
        {
            var output = JsonSerializer.SerializeToElement(state.Output.ToDictionary(o => o.Key, o => JsonValues.ToElement(o.Value)));
            session.Say(new ChildEndSignal(parent, key, output, state.SubStatus, row.Id));
        }
        if (row is { PermohonanId: { } application, ParentId: null } && state.SubStatus == WorkflowSubStatus.Finished)
            db.Send(new AlurSelesai { PermohonanId = application, Pada = now });
    }
}

/// <summary>The task whose completion caused a burst: what the next task says of where it comes from.</summary>
/// <param name="Asal">Origin for the next tasks.</param>
public sealed record TaskCompletion(AsalTugas Asal);
