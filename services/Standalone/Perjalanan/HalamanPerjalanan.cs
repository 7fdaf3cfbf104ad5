using System.Globalization;
using System.Text;

namespace Dukcapil.Standalone.Perjalanan;

/// <summary>
/// Shows the way one application took as the SOP's own swimlane table: one HTML page without scripts and without any
/// outside request, printable on A4 landscape.
/// </summary>
public static class HalamanPerjalanan
{
    /// <summary>Renders the page; every text of the input is escaped.</summary>
    /// <param name="perjalanan">The application and its steps in order.</param>
    /// <returns>A complete HTML document in Indonesian, to be served or stored as UTF-8.</returns>
    public static string Render(PerjalananPermohonan perjalanan)
    {
        ArgumentNullException.ThrowIfNull(perjalanan);
        var ringkasan = RingkasanPerjalanan.Dari(perjalanan);
        var judul = TeksHalaman.Aman(perjalanan.Judul);
        var halaman = new StringBuilder(64 * 1024);
        halaman.Append(
            CultureInfo.InvariantCulture,
            $"""
            <!DOCTYPE html>
            <html lang="id"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
            <title>Perjalanan {TeksHalaman.Aman(perjalanan.KodeLacak)} – {judul}</title>
            <style>{GayaHalaman.Css}</style></head><body><main>
            <header><h1>Perjalanan Permohonan</h1><p>{judul}</p></header>

            """);
        KepalaHalaman.TulisPermohonan(halaman, perjalanan);
        KepalaHalaman.TulisRingkasan(halaman, ringkasan);
        KepalaHalaman.TulisIdentitas(halaman, perjalanan.Judul);
        KepalaHalaman.TulisKeteranganSimbol(halaman);
        TabelPerjalanan.Tulis(halaman, perjalanan, ringkasan);
        var zona = TeksHalaman.NamaZona(perjalanan.Mulai, perjalanan.Zona);
        halaman.Append(
            CultureInfo.InvariantCulture,
            $"<footer>Semua jam dalam {zona}. Bentuk tabel menurut PermenPANRB 35/2012. Isian bertitik dilengkapi oleh kantor.</footer>");
        return halaman.Append("</main></body></html>\n").ToString();
    }
}
