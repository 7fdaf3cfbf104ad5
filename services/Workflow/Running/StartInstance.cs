using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Store;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Running;

/// <summary>
/// An application was filed. Configuration says which definition its type starts: <c>Alur:Definisi:{jenis}</c>, else <c>Alur:DefinisiBawaan</c>.
/// The same application again comes from reconciliation: nothing is started twice, and an end it may have missed is told once more.
/// </summary>
internal sealed class StartInstance(WorkflowDb db, InstanceSession session, InstanceRunner runner, IConfiguration configuration)
    : IHandle<PermohonanDiajukan>, IPrefetch<PermohonanDiajukan>
{
    private const string DefinisiBawaan = "kartu-keluarga";
    private readonly HashSet<Guid> fresh = [];

    public async Task PrefetchAsync(IReadOnlyList<PermohonanDiajukan> messages, CancellationToken cancellationToken)
    {
        var ids = messages.Select(m => m.PermohonanId).ToList();
        await session.PrefetchAsync(ids, cancellationToken);
        var ended = await db.FinishedInstances.AsNoTracking().Where(i => i.PermohonanId != null && ids.Contains(i.PermohonanId.Value))
            .Select(i => i.PermohonanId!.Value).ToListAsync(cancellationToken);
        fresh.UnionWith(ids.Except(ended));
    }

    public async Task HandleAsync(PermohonanDiajukan message, CancellationToken cancellationToken)
    {
        if ((await session.OfApplicationAsync(message.PermohonanId, cancellationToken)).Count > 0) return;
        if (!fresh.Contains(message.PermohonanId) && await EndedAsync(message.PermohonanId, cancellationToken)) return;
        await runner.StartAsync(
            new()
            {
                DefinitionId = configuration[$"Alur:Definisi:{message.Fakta.Jenis}"] ?? configuration["Alur:DefinisiBawaan"] ?? DefinisiBawaan,
                PermohonanId = message.PermohonanId,
                Kantor = message.Kantor,
                CorrelationId = message.PermohonanId.ToString(),
                Variables = CompleteTask.Variables(message.Fakta),
            },
            cancellationToken);
    }

    private async Task<bool> EndedAsync(Guid application, CancellationToken cancellationToken)
    {
        var ended = await db.FinishedInstances.AsNoTracking().Where(i => i.PermohonanId == application && i.ParentId == null)
            .Select(i => new { i.SubStatus, i.FinishedAt }).SingleOrDefaultAsync(cancellationToken);
        if (ended is { SubStatus: "Finished", FinishedAt: { } at }) db.Send(new AlurSelesai { PermohonanId = application, Pada = at });
        return ended is not null;
    }
}
