using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;

namespace Dukcapil.Dokumen;

/// <summary>What may become the document of an electronic signature: a PDF that opens, has pages, is not locked and carries no signature yet.</summary>
public static class BerkasPdf
{
    /// <summary>Most pages of a family card's file.</summary>
    public const int HalamanTerbanyak = 20;

    /// <summary>Why these bytes are not such a file, in words for an officer; null when they are.</summary>
    public static string? Tolak(byte[] isi)
    {
        ArgumentNullException.ThrowIfNull(isi);
        if (!isi.AsSpan().StartsWith("%PDF-"u8)) return "Isi berkas bukan PDF.";
        // A second signature would leave open which of the two counts.
        if (isi.AsSpan().IndexOf("/ByteRange"u8) >= 0) return "Berkas ini sudah memuat tanda tangan elektronik. Unggah berkas dari SIAK yang belum ditandatangani.";
        try
        {
            using var pdf = PdfDocument.Open(isi);
            return pdf.NumberOfPages is >= 1 and <= HalamanTerbanyak ? null : $"Berkas harus mempunyai 1 sampai {HalamanTerbanyak} halaman.";
        }
        catch (PdfDocumentEncryptedException)
        {
            return "Berkas terkunci dengan kata sandi, sehingga tidak dapat ditandatangani.";
        }
        catch (Exception e) when (e is PdfDocumentFormatException or InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException or KeyNotFoundException or NotSupportedException or IOException or OverflowException)
        {
            return "Berkas rusak: PDF ini tidak dapat dibaca.";
        }
    }
}
