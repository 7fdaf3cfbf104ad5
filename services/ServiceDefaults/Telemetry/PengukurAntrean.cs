using Dukcapil.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.ServiceDefaults.Telemetry;

/// <summary>The queues of officers: how long, how much of it overdue, how old.</summary>
internal sealed class PengukurAntrean(ServiceIdentity identity, TimeProvider time) : IPengukur
{
    private static readonly string Sql = SqlResource.Read(typeof(PengukurAntrean), "Antrean.sql");

    public async Task UkurAsync(IServiceProvider services, CatatanUkur catat, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<ServiceDb>();
        object kini = db.Database.IsNpgsql() ? time.GetUtcNow() : time.GetUtcNow().UtcTicks;
        var umur = db.Database.IsNpgsql() ? "EXTRACT(epoch FROM {0} - min(diterbitkan_pada))" : "({0} - min(diterbitkan_pada)) / 1e7";
        var sql = db.Sql(Sql).Replace("{umur}", $"CAST({umur} AS double precision)", StringComparison.Ordinal);
        foreach (var baris in await db.Database.SqlQueryRaw<Antrean>(sql, kini).ToListAsync(cancellationToken))
        {
            KeyValuePair<string, object?>[] atribut =
                [new("layanan", identity.Name), new("peran", baris.Peran), new("aktivitas", Ukuran.Pendek(baris.Aktivitas))];
            catat.Tulis("dukcapil.antrean.terbuka", baris.Terbuka, atribut);
            catat.Tulis("dukcapil.antrean.lewat_tenggat", baris.Lewat, atribut);
            catat.Tulis("dukcapil.antrean.tertua", Math.Max(0, baris.Umur), atribut);
        }
    }

    private sealed record Antrean(string Peran, string Aktivitas, long Terbuka, long Lewat, double Umur);
}
