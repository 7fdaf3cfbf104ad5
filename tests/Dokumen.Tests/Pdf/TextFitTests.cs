using Dukcapil.Dokumen.Pdf;
using Xunit;

namespace Dukcapil.Dokumen.Tests.Pdf;

public class TextFitTests
{
    public static TheoryData<string, double, double> Kotak => new()
    {
        { "A", 100, 15 },
        { "AHMAD CONTOH", 30, 15 },
        { "SATU DUA TIGA EMPAT LIMA ENAM TUJUH DELAPAN SEMBILAN SEPULUH", 40, 15 },
        { new string('W', 300), 50, 15 },
        { "A " + new string('M', 80) + " B", 60, 10 },
        { "WW", 1, 1 },
    };

    [Theory]
    [MemberData(nameof(Kotak))]
    public void Every_letter_is_kept_and_every_line_is_inside_the_box(string teks, double lebar, double tinggi)
    {
        var hasil = TextFit.IntoBox(teks, Typeface.Regular, 7, lebar, tinggi);

        Assert.Equal(teks.Replace(" ", "", StringComparison.Ordinal), string.Concat(hasil.Lines).Replace(" ", "", StringComparison.Ordinal));
        Assert.All(hasil.Lines, baris => Assert.InRange(Typeface.Regular.Width(baris) * hasil.Size, 0, lebar + 1e-6));
        Assert.True(hasil.Lines.Count == 1 ? hasil.Size <= tinggi : hasil.Height <= tinggi + 1e-6);
        Assert.All(hasil.Lines, baris => Assert.Equal(baris.Trim(), baris));
    }

    [Fact]
    public void A_text_with_room_keeps_its_size()
    {
        var hasil = TextFit.IntoBox("AHMAD CONTOH", Typeface.Regular, 7, 168, 15);
        Assert.Equal(7, hasil.Size);
        Assert.Equal(["AHMAD CONTOH"], hasil.Lines);
    }

    [Fact]
    public void Shrinking_a_little_comes_before_breaking_a_word()
    {
        var hasil = TextFit.IntoBox("BELUM TAMAT SD/SEDERAJAT", Typeface.Regular, 7, 62, 14);
        Assert.Equal(["BELUM TAMAT", "SD/SEDERAJAT"], hasil.Lines);
        Assert.InRange(hasil.Size, 5, 6.5);
    }
}
