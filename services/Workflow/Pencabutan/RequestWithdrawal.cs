using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Pemindahan;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Pencabutan;

/// <summary>Intake asks to withdraw an application.</summary>
internal sealed class RequestWithdrawal(WorkflowDb db, Withdrawals withdrawals, InstanceMoves moves) : IHandle<PencabutanDiminta>
{
    public async Task HandleAsync(PencabutanDiminta message, CancellationToken cancellationToken)
    {
        if (await db.Withdrawals.AnyAsync(w => w.Id == message.PencabutanId, cancellationToken)) return;
        db.Add(new Withdrawal { Id = message.PencabutanId, PermohonanId = message.PermohonanId, RequestedAt = message.Pada });
        await withdrawals.ContinueAsync(message.PermohonanId, cancellationToken);
        await moves.ContinueAsync(message.PermohonanId, cancellationToken);
    }
}
