using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Definitions;
using Dukcapil.Workflow.Store;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Running;

/// <summary>
/// An application was filed: the definition for its type is started.
/// The same application again comes from reconciliation: nothing is started twice, and an end it may have missed is told once more.
/// </summary>
internal sealed class StartInstance(WorkflowDb db, InstanceSession session, InstanceRunner runner, IConfiguration configuration)
    : IHandle<PermohonanDiajukan>, IPrefetch<PermohonanDiajukan>
{
    private static readonly string EndedApplications = SqlResource.Read(typeof(PostgresInstanceStore), "EndedApplications.sql");
    private readonly HashSet<Guid> asked = [];
    private readonly HashSet<Guid> ended = [];

    public void Prefetch(IReadOnlyList<PermohonanDiajukan> messages, SqlBatch batch)
    {
        var ids = messages.Select(m => m.PermohonanId).ToList();
        session.Prefetch(ids, batch);
        batch.Read(db.Sql(EndedApplications), reader => ended.Add(reader.GetGuid(0)), SqlValues.Uuids(ids));
        asked.UnionWith(ids);
    }

    public async Task HandleAsync(PermohonanDiajukan message, CancellationToken cancellationToken)
    {
        if ((await session.OfApplicationAsync(message.PermohonanId, cancellationToken)).Count > 0) return;
        if (!IsNew(message.PermohonanId) && await EndedAsync(message.PermohonanId, cancellationToken)) return;
        await runner.StartAsync(
            new()
            {
                DefinitionId = ApplicationDefinitions.For(configuration, message.Fakta.Jenis),
                PermohonanId = message.PermohonanId,
                Kantor = message.Kantor,
                CorrelationId = message.PermohonanId.ToString(),
                Variables = CompleteTask.Variables(message.Fakta),
            },
            cancellationToken);
    }

    private bool IsNew(Guid application) => asked.Contains(application) && !ended.Contains(application);

    private async Task<bool> EndedAsync(Guid application, CancellationToken cancellationToken)
    {
        var ended = await db.FinishedInstances.AsNoTracking().Where(i => i.PermohonanId == application && i.ParentId == null)
            .Select(i => new { i.SubStatus, i.FinishedAt }).SingleOrDefaultAsync(cancellationToken);
        if (ended is { SubStatus: "Finished", FinishedAt: { } at }) db.Send(new AlurSelesai { PermohonanId = application, Pada = at });
        return ended is not null;
    }
}
