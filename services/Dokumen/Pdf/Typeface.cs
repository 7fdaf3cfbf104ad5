using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;

namespace Dukcapil.Dokumen.Pdf;

/// <summary>
/// A font file shipped with this project and the advance widths of its characters, read once per process.
/// Measuring here, not in the PDF writer, keeps text fitting free of per-letter objects.
/// </summary>
internal sealed class Typeface
{
    private const int FirstCodeNotInFont = 0x2213;

    private readonly double[] _advance = new double[FirstCodeNotInFont];

    private Typeface(string resource)
    {
        using var stream = typeof(Typeface).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"Font {resource} is not embedded.");
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        File = file;

        var font = TrueTypeFontParser.Parse(new TrueTypeDataBytes(file));
        double unitsPerEm = font.GetUnitsPerEm();
        Array.Fill(_advance, double.NaN);
        for (var code = (int)' '; code < FirstCodeNotInFont; code++)
        {
            if (font.WindowsUnicodeCMap.CharacterCodeToGlyphIndex(code) != 0 && font.TryGetAdvanceWidth(code, out var width))
                _advance[code] = width / unitsPerEm;
        }
    }

    /// <summary>Roboto Condensed Regular.</summary>
    public static Typeface Regular { get; } = new("RobotoCondensed-Regular.ttf");

    /// <summary>Roboto Condensed Bold.</summary>
    public static Typeface Bold { get; } = new("RobotoCondensed-Bold.ttf");

    /// <summary>The font file as embedded.</summary>
    public ReadOnlyMemory<byte> File { get; }

    /// <summary>Whether the font can draw the character.</summary>
    public bool Has(char character) => character < FirstCodeNotInFont && !double.IsNaN(_advance[character]);

    /// <summary>Width of the text in em: multiply by the font size for points. The text must be <see cref="PrintableText"/>.</summary>
    public double Width(ReadOnlySpan<char> text)
    {
        var sum = 0.0;
        foreach (var character in text)
            sum += _advance[character];
        return sum;
    }
}
