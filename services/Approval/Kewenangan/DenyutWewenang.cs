using Dukcapil.Approval.Database;
using Dukcapil.ServiceDefaults.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Kewenangan;

/// <summary>
/// Says again and again who may act for whom, as long as somebody may: a copy that hears nothing refuses delegated acts. Of many replicas the one that
/// moves the row does it. Setting <c>Wewenang:DenyutDetik</c>, 5 when left out.
/// </summary>
internal sealed class DenyutWewenang(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider time, ILogger<DenyutWewenang> log) : PersistentWorker(log)
{
    private const int DetikLazim = 5;
    private static readonly TimeSpan Jeda = TimeSpan.FromSeconds(1);
    private readonly TimeSpan selang = TimeSpan.FromSeconds(configuration.GetValue("Wewenang:DenyutDetik", DetikLazim));

    protected override async Task RoundAsync(CancellationToken cancellationToken)
    {
        await BerdenyutAsync(cancellationToken);
        await Task.Delay(Jeda, cancellationToken);
    }

    /// <summary>Publishes for every office whose turn it is. Answers how many.</summary>
    public async Task<int> BerdenyutAsync(CancellationToken cancellationToken)
    {
        var kini = time.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ApprovalDb>();
        var lama = kini - selang;
        var kantor = await db.Kantor
            .Where(k => k.DenyutPada <= lama && db.Delegasi.Any(d => d.Kantor == k.Kode && d.Sampai > kini && d.DicabutPada == null))
            .Select(k => k.Kode).ToListAsync(cancellationToken);
        foreach (var kode in kantor) await BerdenyutAsync(kode, lama, kini, cancellationToken);
        return kantor.Count;
    }

    private async Task BerdenyutAsync(string kode, DateTimeOffset lama, DateTimeOffset kini, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ApprovalDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var diambil = await db.Kantor.Where(k => k.Kode == kode && k.DenyutPada <= lama)
            .ExecuteUpdateAsync(k => k.SetProperty(x => x.DenyutPada, kini), cancellationToken);
        if (diambil == 0) return;
        await scope.ServiceProvider.GetRequiredService<PenerbitWewenang>().TerbitkanAsync(await db.Kantor.SingleAsync(k => k.Kode == kode, cancellationToken), cancellationToken);
        await db.SaveAndCommitAsync(cancellationToken);
    }
}
