using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;
using Dukcapil.Engine.Tracing;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Instances;
using Dukcapil.Workflow.Running;
using Dukcapil.Workflow.Store;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Tracing;

/// <summary>One instance of a trace: every burst is a unit of work of the service, and what the next one starts from comes out of the database.</summary>
internal sealed class TraceInstance(IServiceProvider services, CompiledWorkflow workflow) : ITraceInstance
{
    private readonly Guid id = Guid.CreateVersion7();
    private bool isStored;

    public BurstResult Keep(BurstResult result, bool isRetry) => KeepAsync(result, isRetry).GetAwaiter().GetResult();

    private async Task<BurstResult> KeepAsync(BurstResult result, bool isRetry)
    {
        var version = await services.GetRequiredService<UnitOfWork>().RunAsync(scope => WriteAsync(scope, result, isRetry), CancellationToken.None);
        isStored = true;
        await using var reading = services.CreateAsyncScope();
        return await ReadAsync(reading.ServiceProvider.GetRequiredService<WorkflowDb>(), result, version);
    }

    private async Task<int> WriteAsync(IServiceProvider scope, BurstResult result, bool isRetry)
    {
        var session = scope.GetRequiredService<InstanceSession>();
        var work = isStored
            ? await session.FindAsync(id, CancellationToken.None) ?? await session.FindFinishedAsync(id, CancellationToken.None)
                ?? throw new InvalidOperationException("The instance is gone.")
            : session.Add(new()
            {
                Id = id,
                DefinitionId = workflow.DefinitionId,
                DefinitionVersionId = "rekaman",
                Version = workflow.Version,
                SubStatus = "",
                State = [],
                CreatedAt = result.State.CreatedAt,
            });
        scope.GetRequiredService<BurstEffects>().Apply(work, workflow, result, isRetry: isRetry);
        return work.Row.Revision;
    }

    private async Task<BurstResult> ReadAsync(WorkflowDb db, BurstResult result, int burst)
    {
        var row = await db.Instances.AsNoTracking().Where(i => i.Id == id).Cast<InstanceRow>().SingleOrDefaultAsync()
            ?? await db.FinishedInstances.AsNoTracking().SingleAsync(i => i.Id == id);
        var state = InstanceState.Read(row.State);
        await CheckWaitsAsync(db, state);
        var rows = await db.Journal.AsNoTracking().Where(j => j.InstanceId == id).OrderBy(j => j.Burst).ToListAsync();
        return result with
        {
            State = state,
            Journal = [.. JournalFormat.Unpack(rows.Where(r => r.Burst == burst), _ => workflow).Records],
            Executions = [.. JournalFormat.Unpack(rows, _ => workflow).Executions],
        };
    }

    // What the pump and events look for is exactly what the state waits for.
    private async Task CheckWaitsAsync(WorkflowDb db, InstanceState state)
    {
        var listed = await db.Waits.AsNoTracking().Where(w => w.InstanceId == id).Select(w => w.BookmarkId).ToListAsync();
        var waiting = state.Bookmarks.Where(b => b.DueAt is not null || b.Name == "Elsa.Event").Select(b => b.Id).ToList();
        if (!listed.Order(StringComparer.Ordinal).SequenceEqual(waiting.Order(StringComparer.Ordinal)))
            throw new InvalidOperationException($"The database waits for {string.Join(", ", listed)}, the instance for {string.Join(", ", waiting)}.");
    }
}
