using System.Globalization;
using Dukcapil.Dokumen.Pdf;
using UglyToad.PdfPig;
using Xunit;

namespace Dukcapil.Dokumen.Tests.Pdf;

public class PrintableTextTests
{
    [Theory]
    [InlineData("AHMAD CONTOH", "AHMAD CONTOH")]
    [InlineData("  dua\t\nbaris\u00A0 saja ", "dua baris saja")]
    [InlineData("D'ARC NU’MAN Ma‘ruf", "D'ARC NU’MAN Ma‘ruf")]
    [InlineData("é ł ş ẓ ő", "é ł ş ẓ ő")]
    [InlineData("محمد", "[U+0645][U+062D][U+0645][U+062F]")]
    [InlineData("A\U0001F600B", "A[U+1F600]B")]
    [InlineData("A\0B", "A B")]
    [InlineData(null, "")]
    public void Keeps_letters_and_names_those_the_font_lacks(string? teks, string hasil) => Assert.Equal(hasil, PrintableText.Of(teks));

    [Fact]
    public void A_document_with_more_letters_than_one_pdf_font_holds_reads_back_whole()
    {
        var semua = string.Concat(Enumerable.Range(0x21, 0x2212 - 0x21).Select(c => (char)c).Where(Typeface.Regular.Has)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && !char.IsWhiteSpace(c)));
        Assert.True(semua.Length > 700);

        using var file = new PdfFile("Semua huruf");
        var kanvas = file.AddPage(PdfFile.A4Long, PdfFile.A4Short);
        for (var i = 0; i < semua.Length; i += 60)
            kanvas.Line(semua[i..Math.Min(i + 60, semua.Length)], 20, 30 + (i / 3.0), 8);

        using var pdf = PdfDocument.Open(file.ToBytes());
        Assert.Equal(semua, string.Concat(pdf.GetPage(1).Letters.Select(l => l.Value)));
    }
}
