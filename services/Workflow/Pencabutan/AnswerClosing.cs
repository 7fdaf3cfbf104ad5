using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.Workflow.Database;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Pencabutan;

/// <summary>An owner closed its task, or had completed it before; that completion came first, in the same stream of messages.</summary>
internal sealed class AnswerClosing(WorkflowDb db, Withdrawals withdrawals) : IHandle<PenutupanTugasDijawab>
{
    public async Task HandleAsync(PenutupanTugasDijawab message, CancellationToken cancellationToken)
    {
        var task = await db.OpenTasks.SingleOrDefaultAsync(t => t.TugasId == message.TugasId, cancellationToken);
        if (task is not null && message.Ditutup) task.IsClosed = true;
        var instance = await db.Instances.SingleAsync(i => i.PermohonanId == message.PermohonanId, cancellationToken);
        await withdrawals.ContinueAsync(instance, cancellationToken);
    }
}
