using Dukcapil.Approval.Database;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;

namespace Dukcapil.Approval.Berkas;

/// <summary>The applicant has withdrawn: the parafs lapse. The tasks were closed by their owners before the decision; a refused withdrawal changes nothing.</summary>
internal sealed class PutuskanPencabutan(ApprovalDb db) : IHandle<PencabutanDiputuskan>
{
    public Task HandleAsync(PencabutanDiputuskan message, CancellationToken cancellationToken) => message.Dikabulkan
        ? db.Paraf.Where(p => p.PermohonanId == message.PermohonanId).GugurkanAsync(SebabGugur.Pembatalan, message.Pada, cancellationToken)
        : Task.CompletedTask;
}
