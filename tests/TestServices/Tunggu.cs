using System.Diagnostics;

namespace Dukcapil.TestServices;

/// <summary>The one place where these tests wait: for something that the service brings about by itself, up to a deadline.</summary>
public static class Tunggu
{
    /// <summary>Asks again until it is so.</summary>
    public static async Task SampaiAsync(string apa, Func<Task<bool>> tanya, double detik = 30)
    {
        var mulai = Stopwatch.GetTimestamp();
        while (!await tanya())
        {
            if (Stopwatch.GetElapsedTime(mulai).TotalSeconds > detik) throw new TimeoutException($"Tidak terjadi dalam {detik} detik: {apa}.");
            await Task.Delay(15);
        }
    }
}
