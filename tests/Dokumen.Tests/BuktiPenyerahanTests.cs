using Xunit;

namespace Dukcapil.Dokumen.Tests;

public class BuktiPenyerahanTests
{
    [Fact]
    public void Tells_what_was_handed_to_whom_when_and_by_whom()
    {
        using var pdf = new Pembaca(BuktiPenyerahan.Buat(Contoh.Penyerahan()));
        var teks = pdf.Teks();
        string[] harus =
        [
            "Nomor agenda: 400.12.2.1/17/2026", "AHMAD CONTOH", "SITI CONTOH", "Istri", "R7KQ-94TM", "23 November 2026 pukul 09.53 WIB",
            "Yang menerima,", "Yang menyerahkan,", "Dewi Contoh",
        ];
        Assert.All(harus, h => Assert.Contains(h, teks, StringComparison.Ordinal));
        Assert.Empty(pdf.DiLuarKertas());
    }

    [Fact]
    public void Card_and_identity_numbers_are_masked()
    {
        using var pdf = new Pembaca(BuktiPenyerahan.Buat(Contoh.Penyerahan() with { Hubungan = "Kuasa 9901010107900003" }));
        var teks = pdf.Teks();
        Assert.Contains("************0001", teks, StringComparison.Ordinal);
        Assert.Contains("KTP-el ************0002", teks, StringComparison.Ordinal);
        Assert.Contains("Kuasa ************0003", teks, StringComparison.Ordinal);
        Assert.DoesNotContain("990101", teks, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_receipt_is_named_as_such()
    {
        using var pdf = new Pembaca(BuktiPenyerahan.Buat(Contoh.Penyerahan() with { KodeResi = null, NomorKk = null }));
        Assert.Contains("Surat pernyataan kehilangan tanda bukti", pdf.Teks(), StringComparison.Ordinal);
    }
}
