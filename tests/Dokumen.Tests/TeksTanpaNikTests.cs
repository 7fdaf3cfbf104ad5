using Xunit;

namespace Dukcapil.Dokumen.Tests;

public class TeksTanpaNikTests
{
    [Theory]
    [InlineData("9901010107900001", "************0001")]
    [InlineData("NIK 9901.0101.0790.0001 lama", "NIK ************0001 lama")]
    [InlineData("9901 0101 0790 0001, 9901010107900002", "************0001, ************0002")]
    [InlineData("12345678901234567", "12345678901234567")]
    [InlineData("KK/2026/000017", "KK/2026/000017")]
    [InlineData("0812-3456-7890", "0812-3456-7890")]
    [InlineData(null, "")]
    public void Masks_exactly_the_numbers_of_sixteen_digits(string? teks, string hasil) => Assert.Equal(hasil, TeksTanpaNik.Dari(teks));

    [Fact]
    public void Masking_twice_changes_nothing()
    {
        var sekali = TeksTanpaNik.Nomor("9901010107900001");
        Assert.Equal(sekali, TeksTanpaNik.Nomor(sekali));
        Assert.Equal("-", TeksTanpaNik.Nomor("  "));
    }
}
