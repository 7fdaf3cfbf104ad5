using Dukcapil.Dokumen.Pdf;

namespace Dukcapil.Dokumen;

/// <summary>A place to sign: heading, title, free room, name on a line, remark (for example the NIP).</summary>
internal static class KotakTandaTangan
{
    public static void Gambar(
        PdfCanvas kanvas, Box kotak, string atas, string jabatan, string? nama, string? keterangan = null, double ukuran = 7.5)
    {
        kanvas.Text(atas, kotak with { Height = 10 }, ukuran, align: Align.Center);
        kanvas.Text(jabatan, new Box(kotak.X, kotak.Y + 10, kotak.Width, 18), ukuran, isBold: true, Align.Center);
        var garis = kotak.Bottom - 10;
        kanvas.Rule(kotak.X + 10, garis, kotak.Right - 10, garis, 0.4);
        kanvas.Text(nama, new Box(kotak.X, garis - 18, kotak.Width, 17), ukuran, isBold: true, Align.Center);
        kanvas.Text(keterangan, new Box(kotak.X, garis + 1, kotak.Width, 9), ukuran - 1, align: Align.Center);
    }
}
