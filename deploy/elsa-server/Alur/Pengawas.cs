using Dukcapil.ElsaServer.Database;
using Dukcapil.ServiceDefaults.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ElsaServer.Alur;

/// <summary>How often an application is looked at: what is torn was torn when it moved, so that the looks may grow as far apart as that is ago.</summary>
internal sealed class JedaPengawas(IConfiguration configuration)
{
    private static readonly TimeSpan Terpanjang = TimeSpan.FromHours(6);

    /// <summary><c>Elsa:PengawasDetik</c>: the first look after a step, and how often it is asked whose turn it is.</summary>
    public TimeSpan Pertama { get; } = TimeSpan.FromSeconds(configuration.GetValue("Elsa:PengawasDetik", 60.0));

    public DateTimeOffset Berikut(DateTimeOffset bergerak, DateTimeOffset kini)
    {
        var lama = kini - bergerak;
        return kini + (lama < Pertama ? Pertama : lama < Terpanjang ? lama : Terpanjang);
    }
}

/// <summary>
/// Compares instance and tasks of applications that do not move: a bookmark that nobody was told of is announced, an instance that was torn is told as an
/// incident. The look itself goes through the commands, so that it never meets a step that is being carried out.
/// </summary>
internal sealed class Pengawas(IServiceScopeFactory scopes, Pemicu pemicu, JedaPengawas jeda, TimeProvider time, ILogger<Pengawas> log) : PersistentWorker(log)
{
    private const int Sekali = 500;

    protected override async Task RoundAsync(CancellationToken cancellationToken)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AlurDb>();
            var kini = time.GetUtcNow();
            var giliran = await db.Permohonan.AsNoTracking()
                .Where(p => p.BerakhirPada == null && p.PeriksaPada <= kini && !db.Perintah.Any(c => c.PermohonanId == p.Id))
                .OrderBy(p => p.PeriksaPada).Take(Sekali).Select(p => p.Id).ToListAsync(cancellationToken);
            db.AddRange(giliran.Select(id => new Perintah { PermohonanId = id, Jenis = Perintah.Periksa, Isi = "{}", DiterimaPada = kini, CobaPada = kini }));
            await db.SaveChangesAsync(cancellationToken);
            foreach (var _ in giliran) pemicu.Bangunkan();
        }
        await Task.Delay(jeda.Pertama, time, cancellationToken);
    }
}
