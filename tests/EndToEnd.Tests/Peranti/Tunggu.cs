using System.Diagnostics;

namespace Dukcapil.EndToEnd.Tests.Peranti;

/// <summary>The one place where these tests wait: for something that another process brings about, up to a deadline.</summary>
internal static class Tunggu
{
    public static readonly TimeSpan Lazim = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan JedaPertama = TimeSpan.FromMilliseconds(15), JedaTerpanjang = TimeSpan.FromMilliseconds(250);

    /// <summary>Asks again until the answer is not null.</summary>
    /// <param name="apa">What is waited for; named when it does not come.</param>
    /// <param name="tanya">The question.</param>
    /// <param name="paling">Longest wait; null for <see cref="Lazim"/>.</param>
    /// <param name="keadaan">Told when it does not come.</param>
    public static async Task<T> SampaiAdaAsync<T>(string apa, Func<Task<T?>> tanya, TimeSpan? paling = null, Func<Task<string>>? keadaan = null)
        where T : class
    {
        var mulai = Stopwatch.GetTimestamp();
        for (var jeda = JedaPertama; ; jeda = jeda * 1.4 < JedaTerpanjang ? jeda * 1.4 : JedaTerpanjang)
        {
            if (await tanya() is { } jawaban) return jawaban;
            if (Stopwatch.GetElapsedTime(mulai) > (paling ?? Lazim))
                throw new TimeoutException($"Tidak terjadi: {apa}.{Environment.NewLine}{(keadaan is null ? "" : await keadaan())}");
            await Task.Delay(jeda);
        }
    }

    /// <summary>Asks again until it is so.</summary>
    public static Task SampaiAsync(string apa, Func<Task<bool>> tanya, TimeSpan? paling = null, Func<Task<string>>? keadaan = null) =>
        SampaiAdaAsync(apa, async () => await tanya() ? "" : null, paling, keadaan);
}
