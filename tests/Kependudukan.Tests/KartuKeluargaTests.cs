using Xunit;

namespace Dukcapil.Kependudukan.Tests;

public sealed class KartuKeluargaTests
{
    [Fact]
    public void Tidying_puts_the_head_first_keeps_the_rest_in_order_and_fills_the_blood_type()
    {
        var kartu = Keluarga.Inti.Dengan(Keluarga.Siti, Keluarga.Budi with { GolonganDarah = null }, Keluarga.Ahmad with { GolonganDarah = 4 });

        var rapi = kartu.Rapikan();

        Assert.Equal(["AHMAD CONTOH", "SITI CONTOH", "BUDI CONTOH"], rapi.Anggota.Select(a => a.Nama));
        Assert.Equal([4, 13, 13], rapi.Anggota.Select(a => a.GolonganDarah));
        Assert.Empty(Keluarga.Temuan(rapi));
    }

    [Fact]
    public void There_is_a_head_only_when_there_is_one()
    {
        Assert.Equal("AHMAD CONTOH", Keluarga.Inti.KepalaKeluarga()?.Nama);
        Assert.Null(Keluarga.Inti.Tambah(Keluarga.Sendiri).KepalaKeluarga());
        Assert.Null(Keluarga.Inti.Dengan(Keluarga.Siti).KepalaKeluarga());
    }
}
