using QRCoder;

namespace Dukcapil.Dokumen.Pdf;

/// <summary>A QR code (ISO/IEC 18004) drawn as filled rectangles, so that no picture is embedded and it stays sharp at any size.</summary>
internal static class QrCode
{
    // QRCoder's matrix contains the quiet zone of four modules that scanners need.
    /// <summary>Draws the code of <paramref name="content"/>, quiet zone included, into a square.</summary>
    public static void Draw(PdfCanvas canvas, string content, double x, double y, double side)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var module = side / data.ModuleMatrix.Count;
        var dark = new List<Box>();
        for (var row = 0; row < data.ModuleMatrix.Count; row++)
        {
            var cells = data.ModuleMatrix[row];
            for (var column = 0; column < cells.Count; column++)
            {
                if (!cells[column])
                    continue;
                var start = column;
                while (column + 1 < cells.Count && cells[column + 1])
                    column++;
                dark.Add(new Box(x + (start * module), y + (row * module), (column - start + 1) * module, module));
            }
        }

        canvas.Fill(dark, grey: 0);
    }
}
