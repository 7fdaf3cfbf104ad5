using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Dukcapil.Benchmarks;

/// <summary>
/// A fixed piece of work, done ten times a second while something else is measured. How long it takes says how fast the machine was meanwhile: on a shared one
/// that differs by half from one minute to the next, and figures of two runs are compared by it.
/// </summary>
internal sealed class Patokan : IDisposable
{
    private static readonly byte[] Bahan = JsonSerializer.SerializeToUtf8Bytes(Enumerable.Range(0, 400).Select(i => new { nomor = i, nama = "CONTOH", bagian = new[] { i, i + 1 } }));
    private readonly Timer denyut;
    private ConcurrentBag<double> lama = [];

    public Patokan() => denyut = new(_ => Kerja(), null, 0, 100);

    /// <summary>Microseconds since the last call: the quarter that was disturbed least by what is measured.</summary>
    public string Ambil()
    {
        var mikrodetik = Ukur.Persen([.. Interlocked.Exchange(ref lama, [])], 0.25) * 1000;
        return string.Create(CultureInfo.InvariantCulture, $"{mikrodetik:N0} µs");
    }

    public void Dispose() => denyut.Dispose();

    private void Kerja()
    {
        var mulai = Stopwatch.GetTimestamp();
        using var isi = JsonDocument.Parse(Bahan);
        var jumlah = isi.RootElement.EnumerateArray().Sum(e => e.GetProperty("nomor").GetInt32());
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Bahan), SHA256.HashData(BitConverter.GetBytes(jumlah)));
        lama.Add(Stopwatch.GetElapsedTime(mulai).TotalMilliseconds);
    }
}
