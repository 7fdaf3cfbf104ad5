using CsCheck;
using Xunit;

namespace Dukcapil.Kependudukan.Tests;

public sealed class UmurTests
{
    [Theory]
    [InlineData("2009-01-15", "2026-01-15", 17)]
    [InlineData("2009-01-16", "2026-01-15", 16)]
    [InlineData("2008-12-31", "2026-01-15", 17)]
    [InlineData("2008-02-29", "2025-02-28", 16)]
    [InlineData("2008-02-29", "2025-03-01", 17)]
    [InlineData("2008-02-29", "2028-02-29", 20)]
    [InlineData("2026-01-15", "2026-01-15", 0)]
    [InlineData("2026-01-16", "2026-01-15", -1)]
    [InlineData("1900-01-01", "2026-01-15", 126)]
    public void Years_are_completed_with_the_day(string lahir, string hari, int umur) => Assert.Equal(umur, Umur.Pada(Tgl(lahir), Tgl(hari)));

    [Fact]
    public void Age_grows_by_one_a_year_and_never_falls()
    {
        Gen.Select(Gen.Int[0, 40000], Gen.Int[0, 40000]).Sample((a, b) =>
        {
            var lahir = new DateOnly(1900, 1, 1).AddDays(a);
            var hari = lahir.AddDays(b);
            var umur = Umur.Pada(lahir, hari);
            return umur >= 0 && Umur.Pada(lahir, hari.AddDays(1)) - umur is 0 or 1 && umur == b / 365 - (b / 365 > umur ? 1 : 0);
        });
    }

    private static DateOnly Tgl(string teks) => DateOnly.Parse(teks, System.Globalization.CultureInfo.InvariantCulture);
}
