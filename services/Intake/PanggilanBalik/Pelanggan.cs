using Dukcapil.Intake.Database;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.PanggilanBalik;

/// <summary>
/// Which client systems have subscribed at all, known for a second at a time: most of what happens is of interest to none of them and is not to cost a
/// query. A new subscription is heard of within that second.
/// </summary>
public sealed class Pelanggan(IServiceScopeFactory scopes, TimeProvider time)
{
    private static readonly TimeSpan Berlaku = TimeSpan.FromSeconds(1);
    private Bacaan? terakhir;

    /// <summary>The ids of all subscribed systems.</summary>
    public async ValueTask<IReadOnlySet<string>> SemuaAsync(CancellationToken cancellationToken)
    {
        if (terakhir is { } dulu && time.GetElapsedTime(dulu.Dibaca) < Berlaku) return dulu.Klien;
        var dibaca = time.GetTimestamp();
        await using var scope = scopes.CreateAsyncScope();
        var klien = await scope.ServiceProvider.GetRequiredService<IntakeDb>().Langganan.Where(l => l.Aktif).Select(l => l.Klien).Distinct().ToListAsync(cancellationToken);
        var semua = klien.ToHashSet(StringComparer.Ordinal);
        terakhir = new(semua, dibaca);
        return semua;
    }

    /// <summary>Something about subscriptions has changed here: this process knows at once.</summary>
    public void Lupakan() => terakhir = null;

    private sealed record Bacaan(IReadOnlySet<string> Klien, long Dibaca);
}
