namespace Dukcapil.Standalone.Rekonsiliasi;

/// <summary>A running Standalone watches itself: again and again it compares its services, repairs what a rebuilt message can repair, and says what it found.</summary>
/// <param name="alamat">Origin.</param>
/// <param name="token">Gives an access token with role OPS; asked anew each time, because tokens expire.</param>
/// <param name="laporan">Where findings go.</param>
internal sealed class RekonsiliasiBerkala(Uri alamat, Func<Task<string>> token, TextWriter laporan)
{
    /// <summary>Time between two comparisons.</summary>
    public TimeSpan Setiap { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Messages on their way are given this long.</summary>
    public TimeSpan Tenggang { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Runs until cancelled.</summary>
    public async Task JalankanAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Setiap);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken)) await SekaliAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task SekaliAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var rekonsiliasi = new Rekonsiliasi(alamat, await token());
            var temuan = await rekonsiliasi.PeriksaAsync(Tenggang, cancellationToken);
            if (temuan.Count == 0) return;
            foreach (var t in temuan) await laporan.WriteLineAsync("Rekonsiliasi: " + t.Pesan);
            await laporan.WriteLineAsync($"Rekonsiliasi: {await rekonsiliasi.PerbaikiAsync(temuan, cancellationToken)} perbaikan dikirim.");
        }
        catch (HttpRequestException e)
        {
            // The next round tries again.
            await laporan.WriteLineAsync("Rekonsiliasi tidak dapat dilakukan: " + e.Message);
        }
    }
}
