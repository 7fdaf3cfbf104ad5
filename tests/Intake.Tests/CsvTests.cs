using Dukcapil.ServiceDefaults.Hosting;

namespace Dukcapil.Intake.Tests;

/// <summary>Lines of exported books (RFC 4180).</summary>
public sealed class CsvTests
{
    [Theory]
    [InlineData("BIASA", "BIASA")]
    [InlineData("A, B", "\"A, B\"")]
    [InlineData("D'ARTAGNAN \"SI JAGO\"", "\"D'ARTAGNAN \"\"SI JAGO\"\"\"")]
    [InlineData("DUA\r\nBARIS", "\"DUA\r\nBARIS\"")]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+62 800", "'+62 800")]
    [InlineData("-1", "'-1")]
    [InlineData("@nama", "'@nama")]
    [InlineData(null, "")]
    public void A_cell_is_quoted_where_needed_and_never_a_formula(string? isi, string sel) => Assert.Equal(sel, Csv.Baris([isi]));

    [Fact]
    public void Cells_stand_between_commas() => Assert.Equal("1,,\"a,b\"", Csv.Baris(["1", null, "a,b"]));
}
