using System.Security.Cryptography;
using UglyToad.PdfPig.Writer;

namespace Dukcapil.Dokumen.Pdf;

/// <summary>A PDF being written. The same calls always give the same bytes.</summary>
internal sealed class PdfFile : IDisposable
{
    /// <summary>Long and short side of A4 in points.</summary>
    public const double A4Long = 841.89, A4Short = 595.28;

    /// <summary>Long and short side of A5 in points.</summary>
    public const double A5Long = 595.28, A5Short = 419.53;

    private readonly PdfDocumentBuilder _builder = new();
    private readonly DocumentFont _regular;
    private readonly DocumentFont _bold;

    /// <summary>Starts a document.</summary>
    /// <param name="title">Shown by viewers as window title; holds no personal data, because it ends up in file lists and print queues.</param>
    public PdfFile(string title)
    {
        _regular = new DocumentFont(_builder, Typeface.Regular);
        _bold = new DocumentFont(_builder, Typeface.Bold);
        _builder.DocumentInformation = new() { Title = title, Producer = "Dukcapil" };
    }

    /// <summary>Adds a page of the given size in points.</summary>
    public PdfCanvas AddPage(double width, double height) => new(_builder.AddPage(width, height), _regular, _bold, width, height);

    /// <summary>The finished document.</summary>
    public byte[] ToBytes()
    {
        var bytes = _builder.Build();
        ReplaceRandomId(bytes);
        return bytes;
    }

    /// <inheritdoc/>
    public void Dispose() => _builder.Dispose();

    // The writer puts two random identifiers into the trailer; ISO 32000-1 14.4 only asks that they depend on the content.
    private static void ReplaceRandomId(byte[] pdf)
    {
        const int hexDigits = 32;
        var entry = pdf.AsSpan().LastIndexOf("/ID"u8);
        var first = entry + pdf.AsSpan(entry).IndexOf((byte)'<') + 1;
        var second = first + hexDigits + pdf.AsSpan(first + hexDigits).IndexOf((byte)'<') + 1;
        pdf.AsSpan(first, hexDigits).Fill((byte)'0');
        pdf.AsSpan(second, hexDigits).Fill((byte)'0');

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(pdf, hash);
        Convert.TryToHexString(hash[..(hexDigits / 2)], pdf.AsSpan(first, hexDigits), out _);
        pdf.AsSpan(first, hexDigits).CopyTo(pdf.AsSpan(second, hexDigits));
    }
}
