using Xunit;

namespace Dukcapil.Dokumen.Tests;

public class HalamanBukuTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(200)]
    public void Every_entry_stands_once_and_every_page_has_the_headings(int jumlah)
    {
        using var pdf = new Pembaca(HalamanBuku.Buat(Contoh.Buku(jumlah)));
        var nomor = new List<string>();
        for (var halaman = 1; halaman <= pdf.JumlahHalaman; halaman++)
        {
            var teks = pdf.Teks(halaman);
            Assert.Contains("BUKU REGISTER PERMOHONAN KARTU KELUARGA", teks, StringComparison.Ordinal);
            Assert.All(KolomBuku.Register, k => Assert.Contains(k.Judul, teks, StringComparison.Ordinal));
            Assert.Contains($"Halaman {halaman} dari {pdf.JumlahHalaman}", teks, StringComparison.Ordinal);
            Assert.Empty(pdf.DiLuarKertas(halaman));
            nomor.AddRange(pdf.Halaman(halaman).GetWords().Select(k => k.Text).Where(t => t.StartsWith("KK/2026/", StringComparison.Ordinal)));
        }

        Assert.Equal(Enumerable.Range(1, jumlah).Select(i => $"KK/2026/{i:000000}"), nomor);
    }

    [Fact]
    public void A_voided_entry_is_struck_through_and_still_readable()
    {
        var baris = new BarisBuku(["1", "KK/2026/000001"], Batal: true);
        using var batal = new Pembaca(HalamanBuku.Buat(Contoh.Buku(0) with { Baris = [baris] }));
        using var sah = new Pembaca(HalamanBuku.Buat(Contoh.Buku(0) with { Baris = [baris with { Batal = false }] }));

        var nomor = batal.Halaman().GetWords().Single(k => k.Text == "KK/2026/000001").BoundingBox;
        Assert.Equal(1, GarisMelalui(batal, nomor.Bottom, nomor.Top));
        Assert.Equal(0, GarisMelalui(sah, nomor.Bottom, nomor.Top));
    }

    [Fact]
    public void A_very_long_remark_makes_its_row_higher_and_loses_nothing()
    {
        var keterangan = string.Join(' ', Enumerable.Range(1, 120).Select(i => $"kata{i}"));
        var sel = Enumerable.Repeat<string?>(null, KolomBuku.Register.Count - 1).Append(keterangan).ToList();
        using var pdf = new Pembaca(HalamanBuku.Buat(Contoh.Buku(3) with { Baris = [new BarisBuku(sel), new BarisBuku(["2"])] }));
        Assert.Contains(keterangan, pdf.Teks(), StringComparison.Ordinal);
    }

    [Fact]
    public void More_texts_than_columns_are_refused()
    {
        var baris = new BarisBuku([.. Enumerable.Repeat("x", KolomBuku.Agenda.Count + 1)]);
        Assert.Throws<ArgumentException>(() => HalamanBuku.Buat(Contoh.Buku(0) with { Kolom = KolomBuku.Agenda, Baris = [baris] }));
        Assert.Throws<ArgumentException>(() => HalamanBuku.Buat(Contoh.Buku(0) with { Kolom = [] }));
    }

    private static int GarisMelalui(Pembaca pdf, double bawah, double atas) =>
        pdf.Halaman().Paths.Where(p => p.IsStroked).SelectMany(p => p).Select(s => s.GetBoundingRectangle()!.Value)
            .Count(k => k.Width > 400 && k.Height < 1 && k.Bottom > bawah && k.Top < atas);
}
