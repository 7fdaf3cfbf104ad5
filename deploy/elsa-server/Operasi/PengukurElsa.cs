using Dukcapil.ElsaServer.Database;
using Dukcapil.ServiceDefaults.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ElsaServer.Operasi;

/// <summary>What stands still, under the names that our executor uses: the same alerts watch both.</summary>
internal sealed class PengukurElsa : IPengukur
{
    public async Task UkurAsync(IServiceProvider services, CatatanUkur catat, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<AlurDb>();
        catat.Tulis("dukcapil.mesin.insiden_terbuka", await db.Permohonan.LongCountAsync(p => p.Insiden != null, cancellationToken));
    }
}
