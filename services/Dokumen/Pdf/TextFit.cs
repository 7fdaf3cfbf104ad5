namespace Dukcapil.Dokumen.Pdf;

/// <summary>Text broken into lines at one font size in points.</summary>
internal readonly record struct FittedText(double Size, IReadOnlyList<string> Lines)
{
    /// <summary>Height of the lines in points.</summary>
    public double Height => Lines.Count * Size * TextFit.LineHeight;
}

/// <summary>
/// Fits text into a cell without loss: first by wrapping between words and shrinking a little, then by breaking words, then by shrinking further.
/// A name on a family card is never shortened (Permendagri 73/2022), so there is no ellipsis here.
/// </summary>
internal static class TextFit
{
    /// <summary>Distance of two baselines in font sizes.</summary>
    public const double LineHeight = 1.12;

    private const double SizeStep = 0.25;

    // A box made from a measured text must hold that text despite rounding.
    private const double Tolerance = 1e-9;

    // Below this a printed word is better broken than made smaller.
    private const double SmallestForWholeWords = 5;

    /// <summary>The largest size, at most <paramref name="size"/>, at which the text fits the box.</summary>
    public static FittedText IntoBox(string text, Typeface face, double size, double width, double height)
    {
        for (var s = size; s >= Math.Min(size, SmallestForWholeWords); s -= SizeStep)
        {
            if (Wrap(text, face, s, width, breakWords: false) is { } lines && LinesFit(lines.Count, s, height))
                return new FittedText(s, lines);
        }

        for (var s = size; ; s *= 0.97)
        {
            if (Wrap(text, face, s, width, breakWords: true) is { } lines && LinesFit(lines.Count, s, height))
                return new FittedText(s, lines);
        }
    }

    /// <summary>As many lines of the given size as the text needs; only a word longer than a line is broken.</summary>
    public static FittedText IntoWidth(string text, Typeface face, double size, double width)
    {
        for (var s = size; ; s *= 0.97)
        {
            if (Wrap(text, face, s, width, breakWords: true) is { } lines)
                return new FittedText(s, lines);
        }
    }

    // One line needs no distance to a next one.
    private static bool LinesFit(int count, double size, double height) =>
        (count <= 1 ? size : count * size * LineHeight) <= height + Tolerance;

    // Null when a word (or, with breakWords, a single letter) is wider than the line.
    private static List<string>? Wrap(string text, Typeface face, double size, double width, bool breakWords)
    {
        var limit = (width / size) + Tolerance;
        if (face.Width(text) <= limit)
            return [text];

        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (face.Width(longer) <= limit)
            {
                line = longer;
                continue;
            }

            // A word that needs more than a line anyway begins on the line begun; a broken word must cost as little height as possible.
            if (line.Length > 0 && breakWords && face.Width(word) > limit)
            {
                line = longer;
            }
            else
            {
                if (line.Length > 0)
                    lines.Add(line);
                line = word;
            }

            while (face.Width(line) > limit)
            {
                var fitting = breakWords ? LettersThatFit(line, face, limit) : 0;
                if (fitting == 0)
                    return null;
                lines.Add(line[..fitting].TrimEnd());
                line = line[fitting..].TrimStart();
            }
        }

        lines.Add(line);
        return lines;
    }

    private static int LettersThatFit(string word, Typeface face, double limit)
    {
        var count = 0;
        for (var used = 0.0; count < word.Length; count++)
        {
            used += face.Width(word.AsSpan(count, 1));
            if (used > limit)
                break;
        }

        return count;
    }
}
