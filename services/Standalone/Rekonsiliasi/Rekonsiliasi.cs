namespace Dukcapil.Standalone.Rekonsiliasi;

/// <summary>
/// Compares what the services say of each other's open work. One look at a working system always shows differences, because messages are on their
/// way; so what the first look shows counts only when a second one, after the grace period, shows the same.
/// </summary>
/// <param name="alamat">Origin of the system.</param>
/// <param name="token">Access token with role OPS.</param>
/// <param name="time">Clock of the grace period.</param>
internal sealed class Rekonsiliasi(Uri alamat, string token, TimeProvider? time = null) : IDisposable
{
    private readonly OpsKlien ops = new(alamat, token);

    /// <summary>The differences that outlive the grace period. Answers at once when the first look shows none.</summary>
    public async Task<IReadOnlyList<Temuan>> PeriksaAsync(TimeSpan tenggang, CancellationToken cancellationToken = default)
    {
        var pertama = Pembanding.Bandingkan(await ops.PotretAsync(cancellationToken)).Select(t => t.Kunci).ToHashSet(StringComparer.Ordinal);
        if (pertama.Count == 0) return [];
        await Task.Delay(tenggang, time ?? TimeProvider.System, cancellationToken);
        return [.. Pembanding.Bandingkan(await ops.PotretAsync(cancellationToken)).Where(t => pertama.Contains(t.Kunci))];
    }

    /// <summary>Repairs what can be repaired by a message rebuilt from state; receivers are idempotent. Returns how many requests were accepted.</summary>
    public async Task<int> PerbaikiAsync(IEnumerable<Temuan> temuan, CancellationToken cancellationToken = default)
    {
        var diterima = 0;
        foreach (var t in temuan)
        {
            if (t.Perbaikan is { } path && await ops.PerbaikiAsync(path, cancellationToken)) diterima++;
        }
        return diterima;
    }

    /// <inheritdoc/>
    public void Dispose() => ops.Dispose();
}
