using Dukcapil.Contracts;
using Dukcapil.Engine.Running;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Definitions;
using Dukcapil.Workflow.Instances;
using Dukcapil.Workflow.Pencabutan;
using Dukcapil.Workflow.Running;
using Dukcapil.Workflow.Signals;
using Dukcapil.Workflow.Store;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Pemindahan;

/// <summary>
/// Moves instances to another version, each in a unit of work of its own. A batch is a signal that gives each of its instances one, and the next batch
/// another; so a crash loses nothing and nothing is done twice. Owners are asked first to close the tasks that change. A task completed at the same
/// moment wins: the instance goes on, and is moved as it stands then.
/// </summary>
public sealed class InstanceMoves(
    WorkflowDb db, InstanceSession session, InstanceRunner runner, BurstEffects effects, Withdrawals withdrawals, CompiledDefinitions definitions, TimeProvider time)
{
    /// <summary>Begins the next batch.</summary>
    public async Task BeginBatchAsync(MoveBatchSignal batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var move = await db.VersionMoves.SingleAsync(m => m.Id == batch.MoveId, cancellationToken);
        if (move.StoppedAt is not null) return;
        var next = await db.Instances.AsNoTracking()
            .Where(i => i.DefinitionId == move.DefinitionId && i.Version == move.FromVersion && i.Id > (batch.After ?? Guid.Empty))
            .OrderBy(i => i.Id).Take(move.BatchSize).Select(i => new { i.Id, i.PermohonanId }).ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        foreach (var instance in next)
        {
            db.Add(new VersionMoveResult
            {
                MoveId = move.Id,
                InstanceId = instance.Id,
                PermohonanId = instance.PermohonanId,
                Status = VersionMoveResult.Waiting,
                UpdatedAt = now,
            });
            session.Say(new MoveSignal(move.Id, instance.Id));
        }
        if (next.Count == move.BatchSize) session.Say(new MoveBatchSignal(move.Id, next[^1].Id), now.AddSeconds(move.PauseSeconds));
        else move.ListedAt = now;
    }

    /// <summary>Moves one instance, or asks the owners of its tasks first.</summary>
    public async Task MoveAsync(MoveSignal signal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signal);
        var result = await db.VersionMoveResults.SingleOrDefaultAsync(r => r.MoveId == signal.MoveId && r.InstanceId == signal.InstanceId, cancellationToken);
        if (result is { Status: VersionMoveResult.Waiting }) await StepAsync(result, cancellationToken);
    }

    /// <summary>After an answer of an owner, a completion that came first, or a withdrawal: goes on with the instances of this application.</summary>
    public async Task ContinueAsync(Guid application, CancellationToken cancellationToken)
    {
        var waiting = await db.VersionMoveResults.Where(r => r.PermohonanId == application && r.Status == VersionMoveResult.WaitingForOwner).ToListAsync(cancellationToken);
        foreach (var result in waiting.Where(r => r.Status == VersionMoveResult.WaitingForOwner)) await StepAsync(result, cancellationToken);
    }

    /// <summary>Whether an instance of this application waits for its owners.</summary>
    public async Task<bool> IsWaitingAsync(Guid application, CancellationToken cancellationToken)
    {
        // With tracking: what this unit of work has just decided counts, not what the database still says.
        await db.VersionMoveResults.Where(r => r.PermohonanId == application && r.Status == VersionMoveResult.WaitingForOwner).LoadAsync(cancellationToken);
        return db.VersionMoveResults.Local.Any(r => r.PermohonanId == application && r.Status == VersionMoveResult.WaitingForOwner);
    }

    private async Task StepAsync(VersionMoveResult result, CancellationToken cancellationToken)
    {
        var move = await db.VersionMoves.SingleAsync(m => m.Id == result.MoveId, cancellationToken);
        var work = await session.FindAsync(result.InstanceId, cancellationToken);
        if (work is null) Say(result, VersionMoveResult.NotNeeded, "Instans sudah berakhir.");
        else if (move.StoppedAt is not null) GiveUp(move, result, work, VersionMoveResult.NotNeeded, ["Pemindahan dihentikan."]);
        else if (work.Row.Version != move.FromVersion) GiveUp(move, result, work, VersionMoveResult.NotNeeded, [$"Instans sudah berjalan pada versi {work.Row.Version}."]);
        // A withdrawal ends the instance or leaves it: which, is decided first.
        else if (work.Row.PermohonanId is { } application && await withdrawals.IsDecidingAsync(application, cancellationToken))
            Say(result, VersionMoveResult.WaitingForOwner, "Pencabutan permohonan sedang diputuskan.");
        else await StepAsync(move, result, work, cancellationToken);
    }

    private async Task StepAsync(VersionMove move, VersionMoveResult result, InstanceWork work, CancellationToken cancellationToken)
    {
        var from = await definitions.GetAsync(db, work.Row.DefinitionVersionId, cancellationToken);
        var to = await definitions.GetAsync(db, move.ToVersionId, cancellationToken);
        var plan = WorkflowMigration.Plan(from, to, work.State, move.Nodes);
        if (plan.Obstacles.Count > 0)
        {
            GiveUp(move, result, work, VersionMoveResult.NotPossible, plan.Obstacles);
            return;
        }
        var open = work.Tasks.Where(t => plan.ReissuedTasks.Contains(t.EngineTaskId) && !t.IsClosed).ToList();
        foreach (var task in open) AskToClose(move, work, task);
        if (open.Count > 0)
        {
            Say(result, VersionMoveResult.WaitingForOwner, "Menunggu pemilik menutup tugas yang berubah.");
            return;
        }
        var outcome = await runner.MigrateAsync(work, move.ToVersionId, move.Nodes, $"versi {move.FromVersion} → {move.ToVersion} oleh {move.CreatedBy}", cancellationToken);
        if (outcome != BurstOutcome.Applied) throw new InvalidOperationException($"The engine refused to move instance {work.Row.Id}: {outcome}.");
        result.ReissuedTasks = plan.ReissuedTasks.Count;
        GiveUp(move, result, work, VersionMoveResult.Moved, []);
    }

    private void AskToClose(VersionMove move, InstanceWork work, OpenTask task)
    {
        if (task.ClosingFor == move.Id) return;
        task.ClosingFor = move.Id;
        work.Change(task);
        db.Send(new PenutupanTugasDiminta
        {
            PermohonanId = task.PermohonanId,
            PencabutanId = move.Id,
            TugasId = task.TugasId,
            Pelayan = task.Message.Pelayan,
        });
    }

    // What an owner has closed for nothing is given to it again.
    private void GiveUp(VersionMove move, VersionMoveResult result, InstanceWork work, string status, IReadOnlyList<string> reasons)
    {
        foreach (var closed in work.Tasks.Where(t => t.IsClosed && t.ClosingFor == move.Id).ToList()) effects.IssueAgain(work, closed);
        (result.Status, result.Reasons, result.UpdatedAt) = (status, reasons, time.GetUtcNow());
    }

    private void Say(VersionMoveResult result, string status, string reason) =>
        (result.Status, result.Reasons, result.UpdatedAt) = (status, [reason], time.GetUtcNow());
}
