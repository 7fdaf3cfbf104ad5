using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Dukcapil.Dokumen.Tests;

/// <summary>Reads a PDF back the way a person copies text out of it.</summary>
internal sealed class Pembaca : IDisposable
{
    private readonly PdfDocument _pdf;

    public Pembaca(byte[] pdf) => _pdf = PdfDocument.Open(pdf);

    public int JumlahHalaman => _pdf.NumberOfPages;

    public Page Halaman(int nomor = 1) => _pdf.GetPage(nomor);

    /// <summary>All texts of a page in the order of drawing, lines of one cell separated by a blank.</summary>
    public string Teks(int nomor = 1)
    {
        var teks = ContentOrderTextExtractor.GetText(Halaman(nomor));
        return string.Join(' ', teks.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>All texts of a page without blanks, so that a text broken over lines is found whole.</summary>
    public string Rapat(int nomor = 1) =>
        string.Concat(Halaman(nomor).Letters.Select(l => l.Value)).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Letters that stand outside the paper.</summary>
    public IEnumerable<Letter> DiLuarKertas(int nomor = 1)
    {
        var halaman = Halaman(nomor);
        var kertas = new PdfRectangle(0, 0, halaman.Width, halaman.Height);
        return halaman.Letters.Where(l => l.BoundingBox.Left < kertas.Left || l.BoundingBox.Right > kertas.Right
            || l.BoundingBox.Bottom < kertas.Bottom || l.BoundingBox.Top > kertas.Top);
    }

    public void Dispose() => _pdf.Dispose();
}
