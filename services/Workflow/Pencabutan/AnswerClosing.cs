using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.Workflow.Pemindahan;
using Dukcapil.Workflow.Running;
using Dukcapil.Workflow.Store;

namespace Dukcapil.Workflow.Pencabutan;

/// <summary>An owner closed its task, or had completed it before; that completion came first, in the same stream of messages.</summary>
internal sealed class AnswerClosing(InstanceSession session, Withdrawals withdrawals, InstanceMoves moves, BurstEffects effects) : IHandle<PenutupanTugasDijawab>
{
    public async Task HandleAsync(PenutupanTugasDijawab message, CancellationToken cancellationToken)
    {
        foreach (var work in await session.OfApplicationAsync(message.PermohonanId, cancellationToken))
        {
            if (!message.Ditutup || work.Tasks.FirstOrDefault(t => t.TugasId == message.TugasId) is not { } task) continue;
            task.IsClosed = true;
            work.Change(task);
        }
        await withdrawals.ContinueAsync(message.PermohonanId, cancellationToken);
        await moves.ContinueAsync(message.PermohonanId, cancellationToken);
        if (await withdrawals.IsDecidingAsync(message.PermohonanId, cancellationToken) || await moves.IsWaitingAsync(message.PermohonanId, cancellationToken)) return;
        // Closed for what has been given up meanwhile: the owner gets it again.
        foreach (var work in await session.OfApplicationAsync(message.PermohonanId, cancellationToken))
        {
            foreach (var closed in work.Tasks.Where(t => t.IsClosed).ToList()) effects.IssueAgain(work, closed);
        }
    }
}
