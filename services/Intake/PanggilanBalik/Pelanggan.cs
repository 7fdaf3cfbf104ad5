using Dukcapil.Intake.Database;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.PanggilanBalik;

/// <summary>
/// Which client systems have subscribed at all, known for a second at a time: most of what happens is of interest to none of them and is not to cost a
/// query. A new subscription is heard of within that second.
/// </summary>
public sealed class Pelanggan(TimeProvider time)
{
    private static readonly TimeSpan Berlaku = TimeSpan.FromSeconds(1);
    private Bacaan? terakhir;

    /// <summary>The ids of all subscribed systems.</summary>
    /// <param name="db">
    /// Of the caller: whoever asks is in the middle of a transaction, and waiting there for a second connection would let as many callers as there are
    /// connections wait for one another.
    /// </param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async ValueTask<IReadOnlySet<string>> SemuaAsync(IntakeDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (terakhir is { } dulu && time.GetElapsedTime(dulu.Dibaca) < Berlaku) return dulu.Klien;
        var dibaca = time.GetTimestamp();
        var klien = await db.Langganan.Where(l => l.Aktif).Select(l => l.Klien).Distinct().ToListAsync(cancellationToken);
        var semua = klien.ToHashSet(StringComparer.Ordinal);
        terakhir = new(semua, dibaca);
        return semua;
    }

    /// <summary>Something about subscriptions has changed here: this process knows at once.</summary>
    public void Lupakan() => terakhir = null;

    private sealed record Bacaan(IReadOnlySet<string> Klien, long Dibaca);
}
