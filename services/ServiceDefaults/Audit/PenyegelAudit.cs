using Dukcapil.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dukcapil.ServiceDefaults.Audit;

/// <summary>
/// Seals what was written since the last seal, every few seconds (<c>Audit:Jeda</c>, seconds), and anchors the new head. Acts wait for none of it: they
/// append without a lock, and the sealing only waits for transactions that began before it. Any replica may do it; one at a time does.
/// </summary>
public sealed class PenyegelAudit(
    IServiceScopeFactory scopes, SaksiAudit saksi, JangkarAudit jangkar, DatabaseProvider database, TimeProvider time, IConfiguration configuration,
    ILogger<PenyegelAudit> log) : BackgroundService
{
    private const int Terbanyak = 20_000, Tunggu = 100, TungguMs = 20;
    private static readonly string Horizon = SqlResource.Read(typeof(PenyegelAudit), "SegelHorizon.sql");
    private readonly TimeSpan jeda = TimeSpan.FromSeconds(configuration.GetValue("Audit:Jeda", 5.0));

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(jeda, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await CobaAsync(CancellationToken.None);
        }
    }

    private async Task CobaAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await SegelAsync(cancellationToken) == Terbanyak)
            {
                // A full seal: there is more.
            }
        }
        catch (Exception e)
        {
            // The loop must outlive a database that is away; the lines are still there.
            log.LogWarning("Sealing of the audit journal pauses: {Fault}", e.GetType().Name);
        }
    }

    /// <summary>One seal, if there is something to seal; how many lines it has.</summary>
    public async Task<int> SegelAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        var diketahui = saksi.Potret();
        var terakhir = await TerakhirAsync(db, cancellationToken);
        var (segel, jumlah) = await db.Set<CatatanAudit>().AnyAsync(c => c.Nomor > (terakhir == null ? 0 : terakhir.Sampai), cancellationToken)
            ? await SegelBaruAsync(db, cancellationToken)
            : (terakhir, 0);
        if (segel is not null) await jangkar.TanamAsync(segel, cancellationToken);
        if (jumlah < Terbanyak) await CocokkanAsync(scope.ServiceProvider, db, diketahui, segel?.Sampai ?? 0, cancellationToken);
        return jumlah;
    }

    private async Task<(SegelAudit? Segel, int Jumlah)> SegelBaruAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await SampaiAsync(db, cancellationToken) is not { } sampai) return (await TerakhirAsync(db, cancellationToken), 0);
        var terakhir = await TerakhirAsync(db, cancellationToken);
        var dari = terakhir?.Sampai ?? 0;
        var catatan = await db.Set<CatatanAudit>().AsNoTracking()
            .Where(c => c.Nomor > dari && c.Nomor <= sampai).OrderBy(c => c.Nomor).Take(Terbanyak).ToListAsync(cancellationToken);
        if (catatan.Count == 0) return (terakhir, 0);
        var segel = SegelAudit.Buat(terakhir, catatan, time.GetUtcNow());
        db.Add(segel);
        await db.SaveAndCommitAsync(cancellationToken);
        return (segel, catatan.Count);
    }

    /// <summary>The number up to which no line can come any more; null when another replica seals, or a transaction does not end.</summary>
    private async Task<long?> SampaiAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        // One writer at a time: what is visible is complete.
        if (!database.IsPostgreSql) return await db.Set<CatatanAudit>().MaxAsync(c => (long?)c.Nomor, cancellationToken);
        var kunci = await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock(hashtext({"dukcapil.audit." + db.Schema})) AS \"Value\"").SingleAsync(cancellationToken);
        if (!kunci) return null;
        var batas = (await db.Database.SqlQueryRaw<Batas>(db.Sql(Horizon)).ToListAsync(cancellationToken))[0];
        for (var kali = 0; kali < Tunggu; kali++)
        {
            var tertua = await db.Database.SqlQuery<long>($"SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS \"Value\"").SingleAsync(cancellationToken);
            if (tertua >= batas.Transaksi) return batas.Sampai;
            await Task.Delay(TungguMs, cancellationToken);
        }
        return null;
    }

    // Deleted before it was sealed: the deletion itself becomes a line that cannot be deleted unnoticed.
    private async Task CocokkanAsync(
        IServiceProvider services, ServiceDb db, IReadOnlyList<CatatanAudit> diketahui, long tersegel, CancellationToken cancellationToken)
    {
        if (diketahui.Count == 0) return;
        var (dari, sampai) = (diketahui.Min(c => c.Pada), diketahui.Max(c => c.Pada));
        var ada = await db.Set<CatatanAudit>().AsNoTracking().Where(c => c.Pada >= dari && c.Pada <= sampai)
            .Select(c => new { c.Id, c.Nomor }).ToDictionaryAsync(c => c.Id, c => c.Nomor, cancellationToken);
        foreach (var c in diketahui.Where(c => !ada.ContainsKey(c.Id)))
        {
            log.LogCritical("A line of the audit journal was deleted before it was sealed: {Line} {Act}", c.Id, c.Tindakan);
            services.GetRequiredService<JurnalAudit>().Catat(
                "audit.catatan-hilang", c.PermohonanId, c.Id.ToString(), $"{c.Tindakan} oleh {c.Pelaku} jejak {c.Jejak}", tujuan: "PENGAWASAN");
        }
        await db.SaveChangesAsync(cancellationToken);
        // What is there and not sealed yet is looked at again.
        foreach (var c in diketahui.Where(c => !ada.TryGetValue(c.Id, out var nomor) || nomor <= tersegel)) saksi.Lupakan(c.Id);
    }

    private static Task<SegelAudit?> TerakhirAsync(ServiceDb db, CancellationToken cancellationToken) =>
        db.Set<SegelAudit>().AsNoTracking().OrderByDescending(s => s.Nomor).FirstOrDefaultAsync(cancellationToken);

    private sealed record Batas(long Sampai, long Transaksi);
}
