using Dukcapil.Contracts;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Instances;
using Dukcapil.Workflow.Running;
using Dukcapil.Workflow.Store;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Pencabutan;

/// <summary>
/// Decides a withdrawal. The owners of all open tasks are asked to close them; a step completed at the same moment runs first and its
/// successors are asked too; when nothing is open any more the workflow is cancelled, and when it was signed meanwhile the withdrawal is refused.
/// So exactly one of step and withdrawal wins.
/// </summary>
public sealed class Withdrawals(WorkflowDb db, InstanceSession session, InstanceRunner runner, BurstEffects effects, TimeProvider time)
{
    /// <summary>After a burst or an answer: goes on with a withdrawal of this application, if one is being decided.</summary>
    public async Task ContinueAsync(Guid application, CancellationToken cancellationToken)
    {
        if (await FindAsync(application, cancellationToken) is { } withdrawal)
            await DecideAsync(withdrawal, await session.OfApplicationAsync(application, cancellationToken), cancellationToken);
    }

    /// <summary>Whether a withdrawal of this application is being decided.</summary>
    public async Task<bool> IsDecidingAsync(Guid application, CancellationToken cancellationToken) => await FindAsync(application, cancellationToken) is not null;

    private async Task<Withdrawal?> FindAsync(Guid application, CancellationToken cancellationToken)
    {
        // One that this unit of work has just added is not in the database yet, one that it has just decided is there undecided.
        var withdrawal = db.Withdrawals.Local.SingleOrDefault(w => w.PermohonanId == application && w.IsGranted == null)
            ?? await db.Withdrawals.SingleOrDefaultAsync(w => w.PermohonanId == application && w.IsGranted == null, cancellationToken);
        return withdrawal is { IsGranted: null } ? withdrawal : null;
    }

    private async Task DecideAsync(Withdrawal withdrawal, IReadOnlyList<InstanceWork> works, CancellationToken cancellationToken)
    {
        if (works.Count == 0)
        {
            Decide(withdrawal, isGranted: false, "SUDAH_SELESAI");
            return;
        }
        if (works.Any(w => w.Row.IsSigned))
        {
            foreach (var work in works)
            {
                foreach (var closed in work.Tasks.Where(t => t.IsClosed).ToList()) effects.IssueAgain(work, closed);
            }
            Decide(withdrawal, isGranted: false, "SUDAH_DITANDATANGANI");
            return;
        }
        var isAnyOpen = false;
        foreach (var work in works)
        {
            foreach (var task in work.Tasks.Where(t => !t.IsClosed))
            {
                isAnyOpen = true;
                AskToClose(withdrawal, work, task);
            }
        }
        if (isAnyOpen) return;
        // The root takes its sub-workflows along; one that outlived its root is a root here.
        foreach (var work in works) await runner.CancelAsync(work, note: null, cancellationToken);
        Decide(withdrawal, isGranted: true, reason: null);
    }

    private void AskToClose(Withdrawal withdrawal, InstanceWork work, OpenTask task)
    {
        if (task.ClosingFor == withdrawal.Id) return;
        task.ClosingFor = withdrawal.Id;
        work.Change(task);
        db.Send(new PenutupanTugasDiminta
        {
            PermohonanId = withdrawal.PermohonanId,
            PencabutanId = withdrawal.Id,
            TugasId = task.TugasId,
            Pelayan = task.Message.Pelayan,
        });
    }

    private void Decide(Withdrawal withdrawal, bool isGranted, string? reason)
    {
        withdrawal.IsGranted = isGranted;
        withdrawal.Reason = reason;
        withdrawal.DecidedAt = time.GetUtcNow();
        db.Send(new PencabutanDiputuskan
        {
            PermohonanId = withdrawal.PermohonanId,
            PencabutanId = withdrawal.Id,
            Dikabulkan = isGranted,
            Sebab = reason,
            Pada = withdrawal.DecidedAt.Value,
        });
    }
}
