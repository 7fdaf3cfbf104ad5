using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.Workflow.Store;

namespace Dukcapil.Workflow.Pencabutan;

/// <summary>An owner closed its task, or had completed it before; that completion came first, in the same stream of messages.</summary>
internal sealed class AnswerClosing(InstanceSession session, Withdrawals withdrawals) : IHandle<PenutupanTugasDijawab>
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
    }
}
