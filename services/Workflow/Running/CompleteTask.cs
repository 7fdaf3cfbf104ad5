using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Pencabutan;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Running;

/// <summary>A task was completed at its owner: one burst. A task that no longer waits (completed or closed before) changes nothing.</summary>
internal sealed class CompleteTask(WorkflowDb db, InstanceRunner runner, Withdrawals withdrawals) : IHandle<TugasDiselesaikan>
{
    public async Task HandleAsync(TugasDiselesaikan message, CancellationToken cancellationToken)
    {
        var task = await db.OpenTasks.SingleOrDefaultAsync(t => t.TugasId == message.TugasId, cancellationToken);
        if (task is null) return;
        var instance = await db.Instances.SingleAsync(i => i.Id == task.InstanceId, cancellationToken);
        await runner.CompleteAsync(instance, task, message, cancellationToken);
        await withdrawals.ContinueAsync(instance, cancellationToken);
    }
}
