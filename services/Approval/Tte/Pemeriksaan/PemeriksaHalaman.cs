using UglyToad.PdfPig;
using UglyToad.PdfPig.AcroForms.Fields;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Content;

namespace Dukcapil.Approval.Tte.Pemeriksaan;

/// <summary>
/// What was appended to a file may replace its objects, and so its pages, without a byte before it changing. So both files are read as a reader shows them: the
/// same pages, the same marks on them, and one invisible signature field more.
/// </summary>
internal static class PemeriksaHalaman
{
    private const AnnotationFlags TidakTampak = AnnotationFlags.Hidden | AnnotationFlags.NoView;

    /// <summary>Whether the signed file shows what the sent one showed.</summary>
    public static bool Sama(byte[] asli, byte[] bertandaTangan)
    {
        try
        {
            using var sebelum = PdfDocument.Open(asli);
            using var sesudah = PdfDocument.Open(bertandaTangan);
            if (sebelum.NumberOfPages != sesudah.NumberOfPages || BidangTandaTangan(sesudah) != 1) return false;
            for (var nomor = 1; nomor <= sebelum.NumberOfPages; nomor++)
            {
                if (!HalamanSama(sebelum.GetPage(nomor), sesudah.GetPage(nomor))) return false;
            }
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The parser names its faults in no one way, and what it cannot read is not accepted, whatever the reason.
            return false;
        }
    }

    private static int BidangTandaTangan(PdfDocument pdf) => pdf.TryGetForm(out var form) ? form.Fields.Count(f => f is AcroSignatureField) : 0;

    private static bool HalamanSama(Page a, Page b) =>
        a.Width == b.Width && a.Height == b.Height && a.Rotation.Value == b.Rotation.Value
        && a.Letters.Select(Tanda).SequenceEqual(b.Letters.Select(Tanda))
        && a.Operations.Select(o => o.ToString()).SequenceEqual(b.Operations.Select(o => o.ToString()))
        && a.GetImages().Select(Gambar).SequenceEqual(b.GetImages().Select(Gambar))
        && Catatan(a).SequenceEqual(Catatan(b));

    private static (string, double, double, double, string?) Tanda(Letter huruf) =>
        (huruf.Value, huruf.StartBaseLine.X, huruf.StartBaseLine.Y, huruf.PointSize, huruf.FontName);

    private static (int, int, double, double, string) Gambar(IPdfImage gambar) => (
        gambar.WidthInSamples, gambar.HeightInSamples, gambar.BoundingBox.Left, gambar.BoundingBox.Bottom,
        Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(gambar.RawMemory.Span)));

    // A signature field without extent, or one that is not shown, is what was asked for; anything else on a page would be seen.
    private static IEnumerable<(AnnotationType, double, double, double, double, string?)> Catatan(Page halaman) => halaman.GetAnnotations()
        .Where(c => c.Type != AnnotationType.Widget || (c.Rectangle.Width != 0 && c.Rectangle.Height != 0 && (c.Flags & TidakTampak) == 0))
        .Select(c => (c.Type, c.Rectangle.Left, c.Rectangle.Bottom, c.Rectangle.Width, c.Rectangle.Height, c.Content));
}
