using Xunit;

namespace Dukcapil.Kependudukan.Tests.Wilayah;

public sealed class KodeWilayahTests
{
    [Theory]
    [InlineData("99", 1, null)]
    [InlineData("99.01", 2, null)]
    [InlineData("99.01.02", 3, "990102")]
    [InlineData("99.01.02.2003", 4, "990102")]
    public void A_code_of_each_level_is_understood(string teks, int tingkat, string? enamDigit)
    {
        Assert.True(KodeWilayah.TryParse(teks, out var kode));
        Assert.Equal((teks, tingkat, enamDigit), (kode.ToString(), kode.Tingkat, kode.EnamDigit()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("9")]
    [InlineData("9901")]
    [InlineData("99.1")]
    [InlineData("99.01.")]
    [InlineData("99.01.01.100")]
    [InlineData("99.01.01.10011")]
    [InlineData("99-01-01-1001")]
    [InlineData("99.01.01.100A")]
    [InlineData("٩٩")]
    public void Anything_else_is_refused(string? teks)
    {
        Assert.False(KodeWilayah.TryParse(teks, out _));
        Assert.Throws<FormatException>(() => KodeWilayah.Dari(teks ?? ""));
    }

    [Theory]
    [InlineData("99.01", "99.01.01.2001", true)]
    [InlineData("99.01", "99.01", true)]
    [InlineData("99.01.01", "99.01", false)]
    [InlineData("99.01", "99.02.01.2001", false)]
    public void A_region_contains_itself_and_what_lies_in_it(string luar, string dalam, bool memuat) =>
        Assert.Equal(memuat, KodeWilayah.Dari(luar).Memuat(KodeWilayah.Dari(dalam)));

    [Fact]
    public void A_village_knows_its_kecamatan_and_kabupaten()
    {
        var desa = KodeWilayah.Dari("99.01.02.2003");
        Assert.Equal(("99.01.02", "99.01"), (desa.Kecamatan?.ToString(), desa.KabupatenKota?.ToString()));
        Assert.Null(KodeWilayah.Dari("99").KabupatenKota);
    }
}
