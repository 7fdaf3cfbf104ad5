using Xunit;

namespace Dukcapil.Dokumen.Tests;

public class WaktuTests
{
    [Theory]
    [InlineData(7, "1 Mei 2026 pukul 08.05 WIB")]
    [InlineData(8, "1 Mei 2026 pukul 08.05 WITA")]
    [InlineData(9, "1 Mei 2026 pukul 08.05 WIT")]
    [InlineData(0, "1 Mei 2026 pukul 08.05 UTC+00:00")]
    public void The_offset_names_the_zone_of_the_office(int jam, string teks) =>
        Assert.Equal(teks, Waktu.Panjang(new DateTimeOffset(2026, 5, 1, 8, 5, 0, TimeSpan.FromHours(jam))));

    [Fact]
    public void A_missing_date_is_a_dash()
    {
        Assert.Equal("-", Waktu.Pendek((DateOnly?)null));
        Assert.Equal("31-12-1999", Waktu.Pendek(new DateOnly(1999, 12, 31)));
    }
}
