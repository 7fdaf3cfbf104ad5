using Dukcapil.Dokumen.Pdf;
using Dukcapil.Kependudukan;

namespace Dukcapil.Dokumen;

/// <summary>Letterhead of the Kantor that issues a receipt or a book.</summary>
public sealed record Kop
{
    /// <summary>The government above, for example <c>PEMERINTAH KABUPATEN CONTOH</c>.</summary>
    public required string Instansi { get; init; }

    /// <summary>The office, for example <c>DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL</c>.</summary>
    public required string Dinas { get; init; }

    /// <summary>Street address and contact on one line, or null.</summary>
    public string? Alamat { get; init; }

    /// <summary>Letterhead of an office.</summary>
    public static Kop Dari(Kantor kantor)
    {
        ArgumentNullException.ThrowIfNull(kantor);
        return new() { Instansi = "PELAYANAN KARTU KELUARGA", Dinas = kantor.Nama };
    }

    // Returns the y coordinate below the double rule.
    internal double Gambar(PdfCanvas kanvas, double kiri, double atas, double lebar)
    {
        kanvas.Text(Instansi, new Box(kiri, atas, lebar, 12), 9, align: Align.Center);
        kanvas.Text(Dinas, new Box(kiri, atas + 12, lebar, 14), 11.5, isBold: true, Align.Center);
        kanvas.Text(Alamat, new Box(kiri, atas + 26, lebar, 10), 7.5, align: Align.Center);
        var bawah = atas + 40;
        kanvas.Rule(kiri, bawah, kiri + lebar, bawah, 1.2);
        kanvas.Rule(kiri, bawah + 2, kiri + lebar, bawah + 2, 0.4);
        return bawah + 2;
    }
}
