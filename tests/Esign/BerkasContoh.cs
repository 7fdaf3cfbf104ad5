using System.Globalization;
using System.Text;

namespace Dukcapil.Esign;

/// <summary>A PDF of one page with one line, written as plainly as the format allows (ISO 32000-1 §7.5).</summary>
public static class BerkasContoh
{
    /// <summary>Makes it.</summary>
    /// <param name="teks">The line; ASCII without brackets.</param>
    public static byte[] Pdf(string teks)
    {
        var isi = $"BT /F1 18 Tf 72 720 Td ({teks}) Tj ET";
        string[] objek =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            string.Create(CultureInfo.InvariantCulture, $"<< /Length {isi.Length} >>\nstream\n{isi}\nendstream"),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ];
        var pdf = new StringBuilder("%PDF-1.7\n");
        var letak = new List<int>();
        for (var i = 0; i < objek.Length; i++)
        {
            letak.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objek[i]}\nendobj\n");
        }
        var xref = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objek.Length + 1}\n0000000000 65535 f \n");
        foreach (var l in letak) pdf.Append(CultureInfo.InvariantCulture, $"{l:D10} 00000 n \n");
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objek.Length + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
