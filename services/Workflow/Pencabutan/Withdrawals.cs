using Dukcapil.Contracts;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Instances;
using Dukcapil.Workflow.Running;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Pencabutan;

/// <summary>
/// Decides a withdrawal. The owners of all open tasks are asked to close them; a step completed at the same moment runs first and its
/// successors are asked too; when nothing is open any more the instance is cancelled, and when it was signed meanwhile the withdrawal is refused.
/// So exactly one of step and withdrawal wins.
/// </summary>
public sealed class Withdrawals(WorkflowDb db, InstanceRunner runner, TimeProvider time)
{
    /// <summary>After a burst or an answer: goes on with a withdrawal of this instance, if one is being decided.</summary>
    public async Task ContinueAsync(Instance instance, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var withdrawal = db.Withdrawals.Local.SingleOrDefault(w => w.PermohonanId == instance.PermohonanId && w.IsGranted == null)
            ?? await db.Withdrawals.SingleOrDefaultAsync(w => w.PermohonanId == instance.PermohonanId && w.IsGranted == null, cancellationToken);
        if (withdrawal is not null) await DecideAsync(withdrawal, instance, cancellationToken);
    }

    private async Task DecideAsync(Withdrawal withdrawal, Instance instance, CancellationToken cancellationToken)
    {
        var tasks = await TasksAsync(instance, cancellationToken);
        if (!instance.IsRunning)
        {
            Decide(withdrawal, isGranted: false, "SUDAH_SELESAI");
            return;
        }
        if (instance.IsSigned)
        {
            foreach (var closed in tasks.Where(t => t.IsClosed)) Reissue(instance, closed);
            Decide(withdrawal, isGranted: false, "SUDAH_DITANDATANGANI");
            return;
        }
        var open = tasks.Where(t => !t.IsClosed).ToList();
        foreach (var task in open.Where(t => t.ClosingFor != withdrawal.Id))
        {
            task.ClosingFor = withdrawal.Id;
            db.Send(new PenutupanTugasDiminta
            {
                PermohonanId = instance.PermohonanId,
                PencabutanId = withdrawal.Id,
                TugasId = task.TugasId,
                Pelayan = task.Message.Pelayan,
            });
        }
        if (open.Count > 0) return;
        db.RemoveRange(tasks);
        await runner.CancelAsync(instance, cancellationToken);
        Decide(withdrawal, isGranted: true, reason: null);
    }

    // Tasks of this very burst are not in the database yet, those completed by it still are.
    private async Task<List<OpenTask>> TasksAsync(Instance instance, CancellationToken cancellationToken)
    {
        await db.OpenTasks.Where(t => t.InstanceId == instance.Id).LoadAsync(cancellationToken);
        return [.. db.OpenTasks.Local.Where(t => t.InstanceId == instance.Id)];
    }

    private void Reissue(Instance instance, OpenTask closed)
    {
        db.Remove(closed);
        runner.Issue(instance, closed.Message with { TugasId = Guid.CreateVersion7().ToString("N"), Pada = time.GetUtcNow() }, closed.EngineTaskId);
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
