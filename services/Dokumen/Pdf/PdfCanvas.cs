using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.General;
using UglyToad.PdfPig.Graphics.Operations.PathConstruction;
using UglyToad.PdfPig.Graphics.Operations.PathPainting;
using UglyToad.PdfPig.Graphics.Operations.SpecialGraphicsState;
using UglyToad.PdfPig.Writer;

namespace Dukcapil.Dokumen.Pdf;

/// <summary>A rectangle in points; the origin is the upper left corner of the page.</summary>
internal readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public Box Inset(double horizontal, double vertical) => new(X + horizontal, Y + vertical, Width - (2 * horizontal), Height - (2 * vertical));
}

/// <summary>Where a text stands in its box.</summary>
internal enum Align
{
    Left,
    Center,
    Right,
}

/// <summary>Drawing on one page, in points from the upper left corner, in greys only, so that it prints the same on any printer.</summary>
internal sealed class PdfCanvas(PdfPageBuilder page, DocumentFont regular, DocumentFont bold, double width, double height)
{
    // Distance from the top of a line of capitals to its baseline, in font sizes (cap height of Roboto).
    private const double CapHeight = 0.711;

    private const double LeadAbove = (TextFit.LineHeight - CapHeight) / 2;

    /// <summary>Width of the page in points.</summary>
    public double Width => width;

    /// <summary>Height of the page in points.</summary>
    public double Height => height;

    private List<IGraphicsStateOperation> Operations => page.CurrentStream.Operations;

    /// <summary>Writes one line; <paramref name="x"/> is its left end, centre or right end, <paramref name="baseline"/> its baseline.</summary>
    public void Line(string? text, double x, double baseline, double size, bool isBold = false, Align align = Align.Left) =>
        Draw(PrintableText.Of(text), x, baseline, size, isBold ? bold : regular, align);

    /// <summary>Writes a text into a box, wrapped and shrunk until it fits, centred vertically.</summary>
    public void Text(string? text, Box box, double size, bool isBold = false, Align align = Align.Left)
    {
        var font = isBold ? bold : regular;
        var fitted = TextFit.IntoBox(PrintableText.Of(text), font.Face, size, box.Width, box.Height);
        var step = fitted.Size * TextFit.LineHeight;
        var inked = ((fitted.Lines.Count - 1) * step) + (fitted.Size * CapHeight);
        Lines(fitted, box, box.Y + ((box.Height - inked) / 2), font, align);
    }

    /// <summary>Writes a text from the top of a column, in as many lines as it needs, and returns the height used in points.</summary>
    public double Paragraph(string? text, double x, double top, double columnWidth, double size, bool isBold = false, Align align = Align.Left)
    {
        var font = isBold ? bold : regular;
        var fitted = TextFit.IntoWidth(PrintableText.Of(text), font.Face, size, columnWidth);
        Lines(fitted, new Box(x, top, columnWidth, 0), top + (fitted.Size * LeadAbove), font, align);
        return fitted.Height;
    }

    /// <summary>Height in points that <see cref="Paragraph"/> would use.</summary>
    public double ParagraphHeight(string? text, double columnWidth, double size, bool isBold = false) =>
        TextFit.IntoWidth(PrintableText.Of(text), (isBold ? bold : regular).Face, size, columnWidth).Height;

    /// <summary>A straight line.</summary>
    public void Rule(double x1, double y1, double x2, double y2, double thickness = 0.5)
    {
        Operations.Add(new SetLineWidth(thickness));
        Operations.Add(new BeginNewSubpath(x1, height - y1));
        Operations.Add(new AppendStraightLineSegment(x2, height - y2));
        Operations.Add(StrokePath.Value);
    }

    /// <summary>The outline of a box.</summary>
    public void Frame(Box box, double thickness = 0.5)
    {
        Operations.Add(new SetLineWidth(thickness));
        Operations.Add(new AppendRectangle(box.X, height - box.Bottom, box.Width, box.Height));
        Operations.Add(StrokePath.Value);
    }

    /// <summary>A box filled with a grey: 0 black, 1 white.</summary>
    public void Fill(Box box, double grey) => Fill([box], grey);

    /// <summary>Boxes filled with one grey as one shape.</summary>
    public void Fill(IEnumerable<Box> boxes, double grey)
    {
        Operations.Add(Push.Value);
        Operations.Add(new SetNonStrokeColorDeviceGray(grey));
        foreach (var box in boxes)
            Operations.Add(new AppendRectangle(box.X, height - box.Bottom, box.Width, box.Height));
        Operations.Add(FillPathNonZeroWinding.Value);
        Operations.Add(Pop.Value);
    }

    /// <summary>A pale word across the page; drawn first, so that it lies behind everything.</summary>
    public void Watermark(string word)
    {
        const double slope = 0.45, grey = 0.93, partOfDiagonal = 0.58;
        var length = partOfDiagonal * Math.Sqrt((width * width) + (height * height));
        var size = length / bold.Face.Width(word);
        var (sin, cos) = Math.SinCos(slope);

        Operations.Add(Push.Value);
        Operations.Add(new SetNonStrokeColorDeviceGray(grey));
        Operations.Add(new ModifyCurrentTransformationMatrix([cos, sin, -sin, cos, width / 2, height / 2]));
        foreach (var (font, text) in bold.Runs(word))
            page.AddText(text, size, new PdfPoint(-length / 2, -size * CapHeight / 2), font);
        Operations.Add(Pop.Value);
    }

    private void Lines(FittedText fitted, Box box, double top, DocumentFont font, Align align)
    {
        var baseline = top + (fitted.Size * CapHeight);
        var x = align switch { Align.Center => box.X + (box.Width / 2), Align.Right => box.Right, _ => box.X };
        foreach (var line in fitted.Lines)
        {
            Draw(line, x, baseline, fitted.Size, font, align);
            baseline += fitted.Size * TextFit.LineHeight;
        }
    }

    private void Draw(string text, double x, double baseline, double size, DocumentFont font, Align align)
    {
        var left = align switch
        {
            Align.Center => x - (font.Face.Width(text) * size / 2),
            Align.Right => x - (font.Face.Width(text) * size),
            _ => x,
        };
        foreach (var (added, run) in font.Runs(text))
        {
            page.AddText(run, size, new PdfPoint(Math.Round(left, 2), Math.Round(height - baseline, 2)), added);
            left += font.Face.Width(run) * size;
        }
    }
}
