using Dukcapil.ServiceDefaults.Database;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Instances;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Store;

/// <summary>Instances by EF Core, on SQLite: correctness and crash safety, without haste.</summary>
internal sealed class PortableInstanceStore : IInstanceStore
{
    public async Task<IReadOnlyList<InstanceWork>> LoadAsync(WorkflowDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        await WithTasksAsync(db, await db.Instances.AsNoTracking().Where(i => ids.Contains(i.Id)).ToListAsync(cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<InstanceWork>> LoadOfApplicationsAsync(WorkflowDb db, IReadOnlyCollection<Guid> applications, CancellationToken cancellationToken) =>
        await WithTasksAsync(
            db, await db.Instances.AsNoTracking().Where(i => i.PermohonanId != null && applications.Contains(i.PermohonanId.Value)).ToListAsync(cancellationToken),
            cancellationToken);

    public InstanceLoad? Prefetch(WorkflowDb db, SqlBatch batch, IReadOnlyCollection<Guid> applications) => null;

    public void Write(WorkflowDb db, SqlBatch batch, IReadOnlyCollection<InstanceWork> changed)
    {
        foreach (var work in changed)
        {
            if (work.IsChanged) WriteRow(db, work);
            db.AddRange(work.NewTasks);
            db.RemoveRange(work.EndedTasks);
            db.UpdateRange(work.ChangedTasks);
            db.AddRange(work.NewWaits);
            db.RemoveRange(work.EndedWaits.Select(id => new Wait { InstanceId = work.Row.Id, BookmarkId = id }));
            db.AddRange(work.Journal);
        }
    }

    private static void WriteRow(WorkflowDb db, InstanceWork work)
    {
        if (work.WasFinished) Expect(db, FinishedInstance.From(work.Row), work).State = EntityState.Deleted;
        else if (!work.IsNew) Expect(db, work.Row, work).State = work.IsFinished ? EntityState.Deleted : EntityState.Modified;
        if (work.IsFinished) db.Add(FinishedInstance.From(work.Row));
        else if (work.IsNew || work.WasFinished) db.Add(work.Row);
    }

    private static Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry Expect(WorkflowDb db, InstanceRow row, InstanceWork work)
    {
        var entry = db.Entry((object)row);
        entry.State = EntityState.Unchanged;
        entry.Property(nameof(InstanceRow.Revision)).OriginalValue = work.StoredRevision;
        return entry;
    }

    private static async Task<IReadOnlyList<InstanceWork>> WithTasksAsync(WorkflowDb db, List<Instance> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var tasks = (await db.OpenTasks.AsNoTracking().Where(t => ids.Contains(t.InstanceId)).ToListAsync(cancellationToken)).ToLookup(t => t.InstanceId);
        return [.. rows.Select(row => InstanceWork.Stored(row, tasks[row.Id]))];
    }
}
