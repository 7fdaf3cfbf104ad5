using Dukcapil.Dokumen.Pdf;

namespace Dukcapil.Dokumen;

/// <summary>Lines of "label : value" one below the other; a long value takes up to three lines and shrinks then.</summary>
internal sealed class DaftarMedan(PdfCanvas kanvas, double kiri, double atas, double lebar, double lebarLabel)
{
    private const double Ukuran = 10.5, BarisTerbanyak = 3, Sela = 4;

    /// <summary>Where the next line begins.</summary>
    public double Y { get; private set; } = atas;

    public void Tambah(string label, string? nilai, bool tebal = false)
    {
        var isi = string.IsNullOrWhiteSpace(nilai) ? "-" : nilai;
        var kolom = new Box(kiri + lebarLabel + 8, Y, lebar - lebarLabel - 8, 0);
        var baris = Ukuran * TextFit.LineHeight;
        var tinggi = Math.Min(kanvas.ParagraphHeight(isi, kolom.Width, Ukuran, tebal), BarisTerbanyak * baris) + 0.5;
        kanvas.Text(label, new Box(kiri, Y, lebarLabel, baris), Ukuran - 0.5);
        kanvas.Text(":", new Box(kiri + lebarLabel, Y, 6, baris), Ukuran);
        kanvas.Text(isi, kolom with { Height = tinggi }, Ukuran, tebal);
        Y += tinggi + Sela;
    }
}
