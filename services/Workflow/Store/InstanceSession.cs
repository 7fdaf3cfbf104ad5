using System.Diagnostics;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Instances;
using Dukcapil.Workflow.Signals;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Store;

/// <summary>
/// The instances of one unit of work. Each is read once and written once, when the unit of work is saved, with everything its bursts leave behind;
/// several bursts of one instance follow each other in memory.
/// </summary>
public sealed class InstanceSession
{
    private readonly Dictionary<Guid, InstanceWork> works = [];
    private readonly HashSet<Guid> applications = [];
    private readonly List<(InstanceLoad Load, IReadOnlyCollection<Guid> Applications)> prefetched = [];
    private readonly WorkflowDb db;
    private readonly IInstanceStore store;
    private readonly PumpSignal pump;
    private readonly TimeProvider time;
    private DateTimeOffset? wakeAt;

    /// <summary>Joins the unit of work of the database.</summary>
    public InstanceSession(WorkflowDb db, IInstanceStore store, PumpSignal pump, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(db);
        (this.db, this.store, this.pump, this.time) = (db, store, pump, time);
        db.Session = this;
    }

    /// <summary>An instance on its way, or null.</summary>
    public async Task<InstanceWork?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!works.ContainsKey(id)) Take(await store.LoadAsync(db, [id], cancellationToken));
        return works.GetValueOrDefault(id) is { IsFinished: false } found ? found : null;
    }

    /// <summary>The instances on their way of an application, sub-workflows too, the root first.</summary>
    public async Task<IReadOnlyList<InstanceWork>> OfApplicationAsync(Guid application, CancellationToken cancellationToken)
    {
        TakePrefetched();
        if (applications.Add(application)) Take(await store.LoadOfApplicationsAsync(db, [application], cancellationToken));
        return [.. works.Values.Where(w => w.Row.PermohonanId == application && !w.IsFinished).OrderBy(w => w.Row.ParentId is not null).ThenBy(w => w.Row.Id)];
    }

    /// <summary>Adds what reads the instances of many applications at once.</summary>
    /// <remarks>Several handlers of one group may ask before the batch runs; what they asked for is taken when it is first looked at.</remarks>
    public void Prefetch(IEnumerable<Guid> ids, SqlBatch batch)
    {
        var missing = ids.Where(id => !applications.Contains(id)).ToList();
        if (missing.Count > 0 && store.Prefetch(db, batch, missing) is { } load) prefetched.Add((load, missing));
    }

    /// <summary>An ended instance, to be opened again by a retry; null when there is none, or it is on its way.</summary>
    public async Task<InstanceWork?> FindFinishedAsync(Guid id, CancellationToken cancellationToken)
    {
        if (works.TryGetValue(id, out var known)) return known.IsFinished ? known : null;
        var row = await db.FinishedInstances.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancellationToken);
        if (row is null) return null;
        works[id] = InstanceWork.Reopened(row);
        return works[id];
    }

    /// <summary>An instance begins.</summary>
    public InstanceWork Add(Instance row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var work = InstanceWork.New(row);
        works.Add(row.Id, work);
        return work;
    }

    /// <summary>Something other instances have to hear. The pump is woken when this unit of work has committed.</summary>
    /// <param name="content">What it says.</param>
    /// <param name="due">Not before this moment; at once when null.</param>
    public void Say(SignalContent content, DateTimeOffset? due = null)
    {
        var at = due ?? time.GetUtcNow();
        db.Signals.Add(new() { Content = content with { Jejak = Activity.Current?.Id }, DueAt = at });
        WakeAt(at);
    }

    /// <summary>Something will be due.</summary>
    public void WakeAt(DateTimeOffset due)
    {
        if (wakeAt is null || due < wakeAt) wakeAt = due;
    }

    internal void OnCommitted()
    {
        if (wakeAt is { } due) pump.WakeAt(due);
        wakeAt = null;
    }

    /// <summary>Hands over what has changed; called when the unit of work is saved.</summary>
    internal void Write(SqlBatch batch)
    {
        var changed = works.Values.Where(w => w.HasChanges).ToList();
        if (changed.Count > 0) store.Write(db, batch, changed);
        works.Clear();
        applications.Clear();
    }

    private void TakePrefetched()
    {
        foreach (var (load, read) in prefetched)
        {
            applications.UnionWith(read);
            Take(load.Works());
        }
        prefetched.Clear();
    }

    // What this unit of work has already touched is newer than what the database says.
    private void Take(IEnumerable<InstanceWork> loaded)
    {
        foreach (var work in loaded) works.TryAdd(work.Row.Id, work);
    }
}
