using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.Workflow.Database;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Pencabutan;

/// <summary>Intake asks to withdraw an application.</summary>
internal sealed class RequestWithdrawal(WorkflowDb db, Withdrawals withdrawals) : IHandle<PencabutanDiminta>
{
    public async Task HandleAsync(PencabutanDiminta message, CancellationToken cancellationToken)
    {
        if (await db.Withdrawals.AnyAsync(w => w.Id == message.PencabutanId, cancellationToken)) return;
        var instance = await db.Instances.SingleAsync(i => i.PermohonanId == message.PermohonanId, cancellationToken);
        db.Add(new Withdrawal { Id = message.PencabutanId, PermohonanId = message.PermohonanId, RequestedAt = message.Pada });
        await withdrawals.ContinueAsync(instance, cancellationToken);
    }
}
