using UglyToad.PdfPig.Writer;

namespace Dukcapil.Dokumen.Pdf;

/// <summary>
/// One typeface inside one PDF. A simple PDF font has 255 codes, so a document with more different characters gets a further font
/// of the same file; <see cref="Runs"/> cuts a text where it changes from one to the next.
/// </summary>
internal sealed class DocumentFont(PdfDocumentBuilder builder, Typeface face)
{
    private const int CodesOfOneFont = 255;

    private readonly Dictionary<char, int> _fontOfCharacter = [];
    private readonly List<PdfDocumentBuilder.AddedFont> _fonts = [];

    /// <summary>The typeface, for measuring.</summary>
    public Typeface Face => face;

    /// <summary>The text in pieces, each wholly within one embedded font.</summary>
    public IEnumerable<(PdfDocumentBuilder.AddedFont Font, string Text)> Runs(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var font = FontOf(text[start]);
            var end = start + 1;
            while (end < text.Length && FontOf(text[end]) == font)
                end++;
            yield return (_fonts[font], text[start..end]);
            start = end;
        }
    }

    private int FontOf(char character)
    {
        if (_fontOfCharacter.TryGetValue(character, out var font))
            return font;
        if (_fontOfCharacter.Count == _fonts.Count * CodesOfOneFont)
            _fonts.Add(builder.AddTrueTypeFont(face.File));
        return _fontOfCharacter[character] = _fonts.Count - 1;
    }
}
