using Xunit;

namespace Dukcapil.Kependudukan.Tests.Wilayah;

public sealed class DaftarWilayahTests
{
    [Fact]
    public void The_built_in_list_has_every_kecamatan_that_ever_was_and_no_test_region()
    {
        Assert.Equal(7879, Enumerable.Range(0, 1_000_000)
            .Count(i => DaftarWilayah.Bawaan.KecamatanPernahAda(i.ToString("000000", System.Globalization.CultureInfo.InvariantCulture))));
        Assert.False(DaftarWilayah.Bawaan.KecamatanPernahAda("990101"));
    }

    [Fact]
    public void Imported_villages_make_their_kecamatan_and_kabupaten_known()
    {
        var daftar = DaftarWilayah.Bawaan.Dengan(WilayahContoh.Desa);

        Assert.True(daftar.KecamatanPernahAda("990102"));
        Assert.True(daftar.Mencakup(KodeWilayah.Dari("99.01")));
        Assert.Equal("DESA CONTOH", daftar.Desa(KodeWilayah.Dari("99.01.01.2001"))?.Nama);
        Assert.Null(daftar.Desa(KodeWilayah.Dari("99.01.01.2999")));
        Assert.False(DaftarWilayah.Bawaan.Mencakup(KodeWilayah.Dari("99.01")));
    }

    [Fact]
    public void Only_villages_can_be_imported() =>
        Assert.Throws<ArgumentException>(() => DaftarWilayah.Bawaan.Dengan([new WilayahDesa(KodeWilayah.Dari("99.01.01"), "CONTOH", "CONTOH")]));
}
