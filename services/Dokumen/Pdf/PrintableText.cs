using System.Globalization;
using System.Text;

namespace Dukcapil.Dokumen.Pdf;

/// <summary>Turns any text into what the shipped fonts can draw without losing anything of it.</summary>
internal static class PrintableText
{
    /// <summary>
    /// White space becomes single blanks; a character the fonts lack is written as its code point, <c>[U+0627]</c>,
    /// because a name that silently loses a letter is a wrong name.
    /// </summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        if (IsPlain(text))
            return text;

        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // No-break space too: PDF viewers copy it as itself, and a search for the name then fails.
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (result.Length > 0 && result[^1] != ' ')
                    result.Append(' ');
            }
            else if (rune.IsBmp && Typeface.Regular.Has((char)rune.Value) && Typeface.Bold.Has((char)rune.Value))
            {
                result.Append((char)rune.Value);
            }
            else
            {
                result.Append(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]");
            }
        }

        return result.ToString().TrimEnd();
    }

    private static bool IsPlain(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is < ' ' or > '~' || (text[i] == ' ' && (i == 0 || i == text.Length - 1 || text[i - 1] == ' ')))
                return false;
        }

        return true;
    }
}
