using System.Threading.RateLimiting;
using Dukcapil.Identity.Database;
using Dukcapil.Identity.Pengguna;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Identity.Masuk;

/// <summary>
/// Limits guessing. By user: an attempt is counted before it is looked at, so that many at once are counted too; after five the account is locked for a
/// quarter of an hour each, after a hundred in a row until an administrator unlocks it (NIST SP 800-63B section 3.2.2). By address: thirty in five
/// minutes, whatever the users, in each replica.
/// </summary>
internal sealed class PenjagaPercobaan(IConfiguration configuration) : IDisposable
{
    public const int SampaiTerkunci = 5, SampaiSelamanya = 100;
    public static readonly TimeSpan Terkunci = TimeSpan.FromMinutes(15);

    private readonly PartitionedRateLimiter<string> alamat = PartitionedRateLimiter.Create<string, string>(ip =>
        RateLimitPartition.GetSlidingWindowLimiter(ip, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = configuration.GetValue("BatasLaju:MasukPerAlamat", 30),
            Window = TimeSpan.FromMinutes(5),
            SegmentsPerWindow = 5,
        }));

    /// <summary>Whether this address may try once more.</summary>
    public bool BolehDari(string ip)
    {
        using var izin = alamat.AttemptAcquire(ip);
        return izin.IsAcquired;
    }

    /// <summary>Counts an attempt on an account; false when it is locked.</summary>
    public static async Task<bool> HitungAsync(IdentityDb db, Guid akunId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (sampai, selamanya) = ((DateTimeOffset?)(now + Terkunci), (DateTimeOffset?)DateTimeOffset.MaxValue.AddYears(-1).ToUniversalTime());
        var boleh = db.Akun.Where(a => a.Id == akunId && (a.TerkunciSampai == null || a.TerkunciSampai <= now));
        // Three statements of which exactly one finds the row, because a conditional value has no common spelling in the two databases.
        return await boleh.Where(a => a.Gagal + 1 < SampaiTerkunci).ExecuteUpdateAsync(s => s.SetProperty(a => a.Gagal, a => a.Gagal + 1), cancellationToken) > 0
            || await boleh.Where(a => a.Gagal + 1 < SampaiSelamanya).ExecuteUpdateAsync(
                s => s.SetProperty(a => a.Gagal, a => a.Gagal + 1).SetProperty(a => a.TerkunciSampai, sampai), cancellationToken) > 0
            || await boleh.ExecuteUpdateAsync(
                s => s.SetProperty(a => a.Gagal, a => a.Gagal + 1).SetProperty(a => a.TerkunciSampai, selamanya), cancellationToken) > 0;
    }

    /// <summary>The password was right: its attempt does not count, and the second factor is asked. Only a complete login clears the rest.</summary>
    public static Task KembalikanAsync(IdentityDb db, Guid akunId, CancellationToken cancellationToken) =>
        db.Akun.Where(a => a.Id == akunId).ExecuteUpdateAsync(
            s => s.SetProperty(a => a.Gagal, a => a.Gagal - 1).SetProperty(a => a.TerkunciSampai, (DateTimeOffset?)null), cancellationToken);

    /// <summary>A complete login: the count begins anew.</summary>
    public static Task BersihkanAsync(IdentityDb db, Guid akunId, CancellationToken cancellationToken) =>
        db.Akun.Where(a => a.Id == akunId).ExecuteUpdateAsync(
            s => s.SetProperty(a => a.Gagal, 0).SetProperty(a => a.TerkunciSampai, (DateTimeOffset?)null), cancellationToken);

    public void Dispose() => alamat.Dispose();
}
