using Dukcapil.ServiceDefaults.Telemetry;
using Dukcapil.Workflow.Database;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Keadaan;

/// <summary>What stands still in the engine: instances at an incident, timers that nobody obeys.</summary>
internal sealed class PengukurMesin(TimeProvider time) : IPengukur
{
    // A timer is obeyed within a second; one that is late by more stands still.
    private static readonly TimeSpan Lewat = TimeSpan.FromSeconds(10);

    public async Task UkurAsync(IServiceProvider services, CatatanUkur catat, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<WorkflowDb>();
        var batas = time.GetUtcNow() - Lewat;
        catat.Tulis("dukcapil.mesin.insiden_terbuka", await db.Instances.LongCountAsync(i => i.IncidentCount > 0, cancellationToken));
        catat.Tulis("dukcapil.mesin.pewaktu_lewat", await db.Waits.LongCountAsync(w => w.DueAt != null && w.DueAt < batas, cancellationToken));
    }
}
