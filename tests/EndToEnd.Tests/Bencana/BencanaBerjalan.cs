using Dukcapil.EndToEnd.Tests.Peranti;
using Dukcapil.Standalone.Demo;

namespace Dukcapil.EndToEnd.Tests.Bencana;

/// <summary>
/// Many applications on their way at once while processes are killed. The clock is the work itself: between two disasters a share of the steps is let
/// through, and the blow falls when half of that share has been answered, so that it hits work in flight however fast the machine is.
/// </summary>
internal sealed class BencanaBerjalan(Pemasangan pemasangan, int permohonan, int bibit) : IDisposable
{
    // Steps of the shortest way that a test sees answered; returns only add to them.
    private const int LangkahTerpendek = 8, LangkahTerpanjang = 20;
    private static readonly TimeSpan BatasPermintaan = TimeSpan.FromSeconds(90);
    private readonly KantorKlien klien = pemasangan.Klien();
    private readonly Random acak = new(bibit);
    private readonly SemaphoreSlim gerbang = new(0);
    private int langkah;
    private volatile bool gagal;

    /// <summary>The applications, all of them finished when <see cref="JalankanAsync"/> has returned.</summary>
    public IReadOnlyList<Berkas> Berkas { get; private set; } = [];

    /// <summary>Drives all applications to their end and meanwhile lets the disasters happen, evenly spread over the work.</summary>
    public async Task JalankanAsync(IReadOnlyList<Func<Random, Task>> bencana)
    {
        var jalan = Enumerable.Range(0, permohonan).Select(_ => acak.Next(5)).ToList();
        var pengulang = new Pengulang(BatasPermintaan);
        Berkas = [.. jalan.Select(_ => new Berkas(pemasangan, klien, pengulang, gerbang.WaitAsync, () => Interlocked.Increment(ref langkah)))];
        var kerja = Berkas.Select((berkas, i) => JalanAsync(berkas, jalan[i])).ToList();
        var bagian = permohonan * LangkahTerpendek / (bencana.Count + 1);
        for (var i = 0; i < bencana.Count && !gagal; i++)
        {
            gerbang.Release(bagian);
            var sesudah = (i * bagian) + (bagian / 2);
            await Tunggu.SampaiAsync(
                $"{sesudah} langkah terjawab sebelum bencana ke-{i + 1}", () => Task.FromResult(Volatile.Read(ref langkah) >= sesudah || gagal),
                BatasPermintaan, CeritaAsync);
            await bencana[i](acak);
        }
        gerbang.Release(permohonan * LangkahTerpanjang);
        await Task.WhenAll(kerja);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        klien.Dispose();
        gerbang.Dispose();
    }

    private async Task JalanAsync(Berkas berkas, int jalan)
    {
        try
        {
            await berkas.AjukanAsync();
            if (jalan == 1)
            {
                await berkas.PeriksaAsync("TidakLengkap");
                await berkas.AjukanUlangAsync();
            }
            await berkas.PeriksaAsync();
            await berkas.EntriAsync();
            if (jalan is 2 or 3)
            {
                await berkas.KoreksiAsync("KASI");
                await berkas.KoreksiAsync("KABID", "TidakSesuai");
                if (jalan == 3)
                {
                    await berkas.KoreksiAsync("KASI", "TidakSesuai");
                    await berkas.EntriAsync();
                }
            }
            await berkas.DariKoreksiSampaiSelesaiAsync();
            await berkas.TungguBerakhirAsync("selesai");
        }
        catch
        {
            gagal = true;
            throw;
        }
    }

    private Task<string> CeritaAsync() => Task.FromResult($"Langkah terjawab: {langkah}.{Environment.NewLine}{pemasangan.KeluaranTerakhir()}");
}
