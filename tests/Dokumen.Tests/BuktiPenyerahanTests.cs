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

    [Fact]
    public void Names_of_sixty_wide_letters_leave_room_to_sign_above_the_code_that_verifies_the_proof()
    {
        var nama = string.Join(' ', Enumerable.Repeat(new string('W', 14), 4));
        using var pdf = new Pembaca(BuktiPenyerahan.Buat(Contoh.Penyerahan() with
        {
            NamaPenerima = nama,
            NamaKepalaKeluarga = nama,
            Hubungan = "Kuasa, surat kuasa " + new string('W', 180),
            IsiQr = "https://contoh.invalid/periksa#R7KQ-94TM-2XBD",
        }));
        Assert.Empty(pdf.DiLuarKertas());
        // Names to sign on stand above the square at the foot of the page.
        var garis = pdf.Halaman().Letters.Where(l => l.Value == "W").Min(l => l.BoundingBox.Bottom);
        Assert.True(garis > 26 + 64, $"Nama terakhir pada {garis:F0} pt.");
        Assert.Contains("Memeriksabuktipenyerahanini", pdf.Rapat(), StringComparison.Ordinal);
    }
}
