using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.Workflow.Database;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Running;

/// <summary>
/// An application was filed. Configuration says which definition its type starts: <c>Alur:Definisi:{jenis}</c>, else <c>Alur:DefinisiBawaan</c>.
/// The same application again comes from reconciliation: nothing is started twice, and an end it may have missed is told once more.
/// </summary>
internal sealed class StartInstance(WorkflowDb db, InstanceRunner runner, IConfiguration configuration) : IHandle<PermohonanDiajukan>
{
    private const string DefinisiBawaan = "kartu-keluarga";

    public async Task HandleAsync(PermohonanDiajukan message, CancellationToken cancellationToken)
    {
        var known = await db.Instances.AsNoTracking().SingleOrDefaultAsync(i => i.PermohonanId == message.PermohonanId, cancellationToken);
        if (known is null)
        {
            var definitionId = configuration[$"Alur:Definisi:{message.Fakta.Jenis}"] ?? configuration["Alur:DefinisiBawaan"] ?? DefinisiBawaan;
            await runner.StartAsync(message, definitionId, cancellationToken);
            return;
        }
        if (known is { IsRunning: false, FinishedAt: { } finishedAt, SubStatus: "Finished" })
            db.Send(new AlurSelesai { PermohonanId = message.PermohonanId, Pada = finishedAt });
    }
}
