using System.Globalization;
using System.Text;

namespace Dukcapil.Standalone.Perjalanan;

/// <summary>
/// The Pelaksana cells of one row. Every cell draws its own piece of the connectors, so rows may be of any height
/// and a printed page may break between any two of them.
/// </summary>
internal static class SelLajur
{
    /// <param name="halaman">Receives the cells.</param>
    /// <param name="jumlah">Number of role columns.</param>
    /// <param name="langkah">The step of the row.</param>
    /// <param name="kolom">Column of its role.</param>
    /// <param name="masuk">Where the connector from the row above comes from; null in the first row.</param>
    /// <param name="keluar">Whether a row follows.</param>
    /// <param name="ujung">Text in a start or end symbol.</param>
    public static void Tulis(
        StringBuilder halaman, int jumlah, LangkahPerjalanan langkah, int kolom, Sambungan? masuk, bool keluar, string? ujung)
    {
        for (var i = 0; i < jumlah; i++)
        {
            halaman.Append("<td class=\"lajur\">");
            if (masuk is { } dari) TulisMasuk(halaman, i, dari, kolom);
            if (i == kolom) TulisSimbol(halaman, langkah, keluar, ujung);
            halaman.Append("</td>");
        }
    }

    private static void TulisMasuk(StringBuilder halaman, int i, Sambungan dari, int kolom)
    {
        var warna = dari.Kembali ? " balik" : "";
        if (i == dari.Kolom) Garis("atas");
        if (i >= Math.Min(dari.Kolom, kolom) && i <= Math.Max(dari.Kolom, kolom) && dari.Kolom != kolom)
        {
            if (i > Math.Min(dari.Kolom, kolom)) Garis("kiri");
            if (i < Math.Max(dari.Kolom, kolom)) Garis("kanan");
        }

        if (i == kolom) Garis("turun");

        void Garis(string bagian) => halaman.Append(CultureInfo.InvariantCulture, $"<i class=\"g {bagian}{warna}\"></i>");
    }

    private static void TulisSimbol(StringBuilder halaman, LangkahPerjalanan langkah, bool keluar, string? ujung)
    {
        var kelas = langkah.Kembali ? "simbol balik" : langkah.Hasil is null ? "simbol buka" : "simbol";
        var isi = langkah.VersiKonsep is { } versi ? string.Create(CultureInfo.InvariantCulture, $"v{versi}") : ujung ?? "";
        var (nama, bentuk) = langkah.Simbol switch
        {
            SimbolSop.Kapsul => ("Kapsul", "<rect x=\"1\" y=\"1\" width=\"58\" height=\"30\" rx=\"15\"/>"),
            SimbolSop.BelahKetupat => ("Belah ketupat", "<path d=\"M30 1 59 16 30 31 1 16Z\"/>"),
            _ => ("Kotak", "<rect x=\"1\" y=\"1\" width=\"58\" height=\"30\"/>"),
        };
        halaman.Append(
            CultureInfo.InvariantCulture,
            $"<svg class=\"{kelas}\" viewBox=\"0 0 60 32\" role=\"img\" aria-label=\"{nama}\">{bentuk}<text x=\"30\" y=\"20\">{isi}</text></svg>");
        if (!keluar) return;

        halaman.Append(langkah.Kembali ? "<i class=\"g keluar balik\"></i>" : "<i class=\"g keluar\"></i>");
        if (langkah.Kembali) halaman.Append("<b class=\"cabang balik\">Tidak</b>");
        else if (langkah.Simbol == SimbolSop.BelahKetupat) halaman.Append("<b class=\"cabang\">Ya</b>");
    }

    /// <param name="Kolom">Column of the role that acted in the row above.</param>
    /// <param name="Kembali">Whether that step sent the file back.</param>
    internal readonly record struct Sambungan(int Kolom, bool Kembali);
}
