using Dukcapil.Standalone.Demo;
using Dukcapil.Standalone.Perjalanan;
using Xunit;

namespace Dukcapil.Standalone.Tests.Demo;

public sealed class PemeriksaDemoTests
{
    [Fact]
    public void Every_difference_from_the_expected_way_is_named()
    {
        using var klien = new KantorKlien(new Uri("http://127.0.0.1:1"), _ => Task.FromResult(""));
        var beda = new PemeriksaDemo(klien, new JejakDemo(Guid.Empty, "", "", 200)).PeriksaLangkah(
        [
            Langkah("1", "PEMOHON", "Diajukan"),
            Langkah("2", "KASI", "Tidak lengkap") with { Kembali = true },
        ]);
        Assert.Equal(
            [
                "Banyak langkah: seharusnya 17, nyatanya 2.",
                "Baris 2, peran: seharusnya LOKET, nyatanya KASI.",
                "Baris 2: dikembalikan tanpa alasan.",
                "Banyak pengembalian: seharusnya 4, nyatanya 1.",
            ],
            beda);
    }

    private static LangkahPerjalanan Langkah(string nomor, string peran, string hasil) =>
        new() { Nomor = nomor, Kegiatan = "", Peran = peran, Simbol = SimbolSop.Kotak, Hasil = hasil };
}
