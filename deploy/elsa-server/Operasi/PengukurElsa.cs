using Dukcapil.ElsaServer.Alur;
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
        var berinsiden = await db.Permohonan.LongCountAsync(p => p.Insiden != null, cancellationToken);
        catat.Tulis("dukcapil.mesin.insiden_terbuka", berinsiden + await TanpaPermohonan(db).LongCountAsync(cancellationToken));
    }

    /// <summary>Commands that cannot be carried out because their application never began here: nowhere else would they show.</summary>
    public static IQueryable<Perintah> TanpaPermohonan(AlurDb db) =>
        db.Perintah.AsNoTracking().Where(c => c.Percobaan >= Pelaksana.PercobaanSebelumInsiden && !db.Permohonan.Any(p => p.Id == c.PermohonanId));
}
