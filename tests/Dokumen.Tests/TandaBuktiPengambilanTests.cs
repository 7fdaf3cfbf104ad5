using Xunit;

namespace Dukcapil.Dokumen.Tests;

public class TandaBuktiPengambilanTests
{
    [Fact]
    public void Says_everything_the_applicant_needs_on_one_a5_page()
    {
        using var pdf = new Pembaca(TandaBuktiPengambilan.Buat(Contoh.TandaBukti()));
        var teks = pdf.Teks();

        Assert.Equal(1, pdf.JumlahHalaman);
        Assert.Equal((419.53, 595.28), (pdf.Halaman().Width, pdf.Halaman().Height));
        string[] harus =
        [
            "TANDA BUKTI PENGAMBILAN", "R7KQ-94TM", "KK/2026/000017", "23 November 2026 pukul 09.53 WIB", "Ahmad Contoh",
            "KK baru karena membentuk keluarga baru", "23 November 2026 pukul 12.53 WIB", "Loket 3, Senin–Jumat 08.00–15.30",
            "surat kuasa (F-1.07)", "tidak dipungut biaya", "Dewi Contoh",
        ];
        Assert.All(harus, h => Assert.Contains(h, teks, StringComparison.Ordinal));
        Assert.Empty(pdf.DiLuarKertas());
    }

    [Fact]
    public void Never_shows_a_full_nik_whatever_text_it_came_in()
    {
        var isi = Contoh.TandaBukti() with
        {
            NamaPemohon = "Ahmad 9901010107900001",
            Jenis = "Ubah NIK 9901 0101 0790 0001",
            Layanan = "Loket 9901012311250001",
            CaraPengambilan = ["Sebutkan 99010101-07900001."],
            Petugas = "Dewi 9901010107900001",
        };
        using var pdf = new Pembaca(TandaBuktiPengambilan.Buat(isi));
        Assert.DoesNotContain("990101", pdf.Rapat(), StringComparison.Ordinal);
        Assert.Contains("************0001", pdf.Rapat(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("R7KQ-94TM", null, "R7KQ-94TM")]
    [InlineData("R7KQ-94TM", "https://contoh.example/r/R7KQ-94TM", "https://contoh.example/r/R7KQ-94TM")]
    public void The_qr_is_drawn_with_the_modules_of_its_content(string kode, string? isiQr, string tertulis)
    {
        using var pdf = new Pembaca(TandaBuktiPengambilan.Buat(Contoh.TandaBukti() with { KodeResi = kode, IsiQr = isiQr }));
        using var pembuat = new QRCoder.QRCodeGenerator();
        using var qr = pembuat.CreateQrCode(tertulis, QRCoder.QRCodeGenerator.ECCLevel.M);

        var isian = pdf.Halaman().Paths.Where(p => p.IsFilled).SelectMany(p => p).Select(s => s.GetBoundingRectangle()!.Value).ToList();
        var modul = isian.Min(k => k.Height);
        var (kiri, atas) = (isian.Min(k => k.Left), isian.Max(k => k.Top));
        const int sunyi = 4;
        for (var baris = 0; baris < qr.ModuleMatrix.Count - (2 * sunyi); baris++)
        {
            for (var kolom = 0; kolom < qr.ModuleMatrix.Count - (2 * sunyi); kolom++)
            {
                var (x, y) = (kiri + ((kolom + 0.5) * modul), atas - ((baris + 0.5) * modul));
                var gelap = isian.Any(k => k.Left < x && x < k.Right && k.Bottom < y && y < k.Top);
                Assert.True(qr.ModuleMatrix[baris + sunyi][kolom + sunyi] == gelap, $"module {baris},{kolom}");
            }
        }
    }

    [Fact]
    public void Long_texts_and_many_instructions_still_fit_the_page()
    {
        var isi = Contoh.TandaBukti() with
        {
            NamaPemohon = new string('W', 60),
            Jenis = string.Join(' ', Enumerable.Repeat("perubahan", 30)),
            PerkiraanSelesai = null,
            CaraPengambilan = [.. Enumerable.Range(1, 25).Select(i => $"Petunjuk {i} dengan kalimat yang cukup panjang agar memerlukan dua baris.")],
        };
        using var pdf = new Pembaca(TandaBuktiPengambilan.Buat(isi));
        Assert.Empty(pdf.DiLuarKertas());
        Assert.Contains(new string('W', 60), pdf.Rapat(), StringComparison.Ordinal);
        var petunjukTerakhir = pdf.Halaman().GetWords().Where(k => k.Text == "25.").Min(k => k.BoundingBox.Bottom);
        var kaki = pdf.Halaman().GetWords().Where(k => k.Text == "dipungut").Max(k => k.BoundingBox.Top);
        Assert.True(petunjukTerakhir > kaki, "the instructions run into the foot of the page");
    }
}
