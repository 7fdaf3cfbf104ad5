using Dukcapil.ElsaServer.Database;
using Dukcapil.ServiceDefaults.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ElsaServer.Alur;

/// <summary>
/// Looks at every application that has not moved for a while: a bookmark that nobody was told of is announced, an instance that was torn is told as an
/// incident. The look itself goes through the commands, so that it never meets a step that is being carried out.
/// </summary>
internal sealed class Pengawas(IServiceScopeFactory scopes, Pemicu pemicu, IConfiguration configuration, TimeProvider time, ILogger<Pengawas> log) : PersistentWorker(log)
{
    private const int Sekali = 500;
    private readonly TimeSpan jeda = TimeSpan.FromSeconds(configuration.GetValue("Elsa:PengawasDetik", 60.0));

    protected override async Task RoundAsync(CancellationToken cancellationToken)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AlurDb>();
            for (var sesudah = Guid.Empty; await PeriksaAsync(db, sesudah, cancellationToken) is { } terakhir;) sesudah = terakhir;
        }
        await Task.Delay(jeda, time, cancellationToken);
    }

    private async Task<Guid?> PeriksaAsync(AlurDb db, Guid sesudah, CancellationToken cancellationToken)
    {
        var diam = time.GetUtcNow() - jeda;
        var halaman = await db.Permohonan.AsNoTracking()
            .Where(p => p.BerakhirPada == null && p.BergerakPada < diam && p.Id > sesudah && !db.Perintah.Any(c => c.PermohonanId == p.Id))
            .OrderBy(p => p.Id).Take(Sekali).Select(p => p.Id).ToListAsync(cancellationToken);
        if (halaman.Count == 0) return null;
        var kini = time.GetUtcNow();
        db.AddRange(halaman.Select(id => new Perintah { PermohonanId = id, Jenis = Perintah.Periksa, Isi = "{}", DiterimaPada = kini, CobaPada = kini }));
        await db.SaveChangesAsync(cancellationToken);
        pemicu.Bangunkan();
        return halaman[^1];
    }
}
