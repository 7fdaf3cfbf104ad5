using Dukcapil.Approval.Database;
using Dukcapil.ServiceDefaults.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Tte;

/// <summary>
/// Attempts whose process died: when no answer can come any more they are of unknown outcome, in the journal too, and a withdrawal that waited is answered. The task
/// stays open for a new attempt, which does not wait for this.
/// </summary>
internal sealed class PembersihPercobaan(IServiceScopeFactory scopes, SetelanTte setelan, TimeProvider time, ILogger<PembersihPercobaan> log) : PersistentWorker(log)
{
    private const int Sekaligus = 100;
    private static readonly TimeSpan Jeda = TimeSpan.FromSeconds(30);

    protected override async Task RoundAsync(CancellationToken cancellationToken)
    {
        await BersihkanAsync(cancellationToken);
        await Task.Delay(setelan.Batas < Jeda ? setelan.Batas : Jeda, time, cancellationToken);
    }

    /// <summary>Ends those that are over; how many.</summary>
    public async Task<int> BersihkanAsync(CancellationToken cancellationToken)
    {
        var kini = time.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ApprovalDb>();
        var lewat = await db.Percobaan.AsNoTracking().Where(p => p.Keadaan == KeadaanPercobaan.Berjalan && p.BatasPada < kini).OrderBy(p => p.BatasPada).Take(Sekaligus).ToListAsync(cancellationToken);
        var akhir = scope.ServiceProvider.GetRequiredService<AkhirPercobaan>();
        foreach (var percobaan in lewat) await akhir.GagalAsync(percobaan, KeadaanPercobaan.TidakDiketahui, "tanpa-jawaban");
        return lewat.Count;
    }
}
