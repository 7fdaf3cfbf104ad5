using Xunit;

namespace Dukcapil.Kependudukan.Tests;

public sealed class KantorTests
{
    [Theory]
    [InlineData("Asia/Jakarta", "2025-12-31T16:59:59Z", "2025-12-31", 2025, "WIB")]
    [InlineData("Asia/Jakarta", "2025-12-31T17:00:00Z", "2026-01-01", 2026, "WIB")]
    [InlineData("Asia/Makassar", "2025-12-31T15:59:59Z", "2025-12-31", 2025, "WITA")]
    [InlineData("Asia/Makassar", "2025-12-31T16:00:00Z", "2026-01-01", 2026, "WITA")]
    [InlineData("Asia/Jayapura", "2025-12-31T14:59:59Z", "2025-12-31", 2025, "WIT")]
    [InlineData("Asia/Jayapura", "2025-12-31T15:00:00Z", "2026-01-01", 2026, "WIT")]
    [InlineData("Asia/Jakarta", "2025-12-31T22:00:00-05:00", "2026-01-01", 2026, "WIB")]
    public void Day_and_book_year_are_those_of_the_office(string zona, string waktu, string tanggal, int tahun, string singkatan)
    {
        var kantor = new Kantor("9901", "DINAS CONTOH", WilayahContoh.Kabupaten, zona);
        var utc = DateTimeOffset.Parse(waktu, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(tanggal, $"{kantor.TanggalPada(utc):yyyy-MM-dd}");
        Assert.Equal(tahun, kantor.TahunBuku(utc));
        Assert.Equal(singkatan, kantor.SingkatanZona);
        Assert.Equal(utc, kantor.WaktuPada(utc));
    }

    [Theory]
    [InlineData("Asia/Singapore", "99.01")]
    [InlineData("WIB", "99.01")]
    [InlineData("Asia/Jakarta", "99")]
    [InlineData("Asia/Jakarta", "99.01.01")]
    public void Another_zone_or_level_of_region_is_refused(string zona, string wilayah) =>
        Assert.Throws<ArgumentException>(() => new Kantor("9901", "DINAS CONTOH", KodeWilayah.Dari(wilayah), zona));

    [Fact]
    public void The_zones_agree_with_the_tables_of_the_system()
    {
        foreach (var zona in new[] { "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura" })
        {
            var utc = new DateTimeOffset(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);
            Assert.Equal(TimeZoneInfo.ConvertTime(utc, TimeZoneInfo.FindSystemTimeZoneById(zona)).Offset,
                new Kantor("9901", "DINAS CONTOH", WilayahContoh.Kabupaten, zona).WaktuPada(utc).Offset);
        }
    }
}
