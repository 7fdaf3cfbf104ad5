using Dukcapil.Dokumen.Pdf;

namespace Dukcapil.Dokumen;

/// <summary>What the bukti penyerahan records (SOP output of step 7, signed at step 8; fields of <c>buku_register.json</c>).</summary>
public sealed record IsiBuktiPenyerahan
{
    /// <summary>Letterhead of the Kantor.</summary>
    public required Kop Kop { get; init; }

    /// <summary>Number in Buku Agenda, for example <c>400.12.2.1/17/2026</c>.</summary>
    public required string NomorAgenda { get; init; }

    /// <summary>Number of the card handed over; printed masked.</summary>
    public string? NomorKk { get; init; }

    /// <summary>Name of the head of the family.</summary>
    public required string NamaKepalaKeluarga { get; init; }

    /// <summary>Name of who receives the card.</summary>
    public required string NamaPenerima { get; init; }

    /// <summary>Relation of the recipient: <c>Kepala keluarga</c>, <c>Anggota keluarga</c>, <c>Kuasa (F-1.07)</c> …</summary>
    public required string Hubungan { get; init; }

    /// <summary>Kind of identity shown, for example <c>KTP-el</c>.</summary>
    public required string JenisIdentitas { get; init; }

    /// <summary>Number of that identity; printed masked.</summary>
    public required string NomorIdentitas { get; init; }

    /// <summary>Receipt code shown, or null when a statement of loss was signed instead.</summary>
    public string? KodeResi { get; init; }

    /// <summary>What the QR holds, by which this proof is verified; null: no QR. It verifies our proof only, never a family card.</summary>
    public string? IsiQr { get; init; }

    /// <summary>Time of handover, in the zone of the Kantor.</summary>
    public required DateTimeOffset Diserahkan { get; init; }

    /// <summary>Officer who hands over.</summary>
    public required string Petugas { get; init; }

    /// <summary>NIP of that officer, or null.</summary>
    public string? NipPetugas { get; init; }
}

/// <summary>PDF of the bukti penyerahan: A5 portrait with two places to sign; the office keeps it with the file.</summary>
public static class BuktiPenyerahan
{
    private const double Tepi = 32;

    /// <summary>Renders the proof of handover. Same content, same bytes. Identity and card numbers are masked here.</summary>
    public static byte[] Buat(IsiBuktiPenyerahan isi)
    {
        ArgumentNullException.ThrowIfNull(isi);
        using var pdf = new PdfFile("Bukti penyerahan");
        var kanvas = pdf.AddPage(PdfFile.A5Short, PdfFile.A5Long);
        var lebar = kanvas.Width - (2 * Tepi);

        var y = isi.Kop.Gambar(kanvas, Tepi, 26, lebar);
        kanvas.Line("BUKTI PENYERAHAN KARTU KELUARGA", kanvas.Width / 2, y + 24, 14, isBold: true, Align.Center);
        kanvas.Text("Nomor agenda: " + isi.NomorAgenda, new Box(Tepi, y + 29, lebar, 14), 10, align: Align.Center);

        y += 60;
        y += kanvas.Paragraph($"Pada tanggal {Waktu.Panjang(isi.Diserahkan)} telah diserahkan Kartu Keluarga:", Tepi, y, lebar, 10.5) + 6;
        y = Bagian(kanvas, y, lebar, "Kartu Keluarga",
            ("Nomor KK", TeksTanpaNik.Nomor(isi.NomorKk)),
            ("Nama kepala keluarga", TeksTanpaNik.Dari(isi.NamaKepalaKeluarga)));
        y = Bagian(kanvas, y, lebar, "Penerima",
            ("Nama penerima", TeksTanpaNik.Dari(isi.NamaPenerima)),
            ("Hubungan", TeksTanpaNik.Dari(isi.Hubungan)),
            ("Identitas", $"{isi.JenisIdentitas} {TeksTanpaNik.Nomor(isi.NomorIdentitas)}"),
            ("Tanda bukti", isi.KodeResi ?? "Surat pernyataan kehilangan tanda bukti"));
        y += kanvas.Paragraph("Penerima telah memeriksa isi Kartu Keluarga dan menyatakan menerimanya dengan benar.", Tepi, y, lebar, 10.5) + 18;

        const double sisiQr = 64;
        var atasQr = kanvas.Height - 26 - sisiQr;
        var lebarKotak = (lebar / 2) - 10;
        // Long names take from the room to sign, not from the QR.
        var tinggiKotak = isi.IsiQr is null ? 112 : Math.Min(112, atasQr - 8 - y);
        KotakTandaTangan.Gambar(
            kanvas, new Box(Tepi, y, lebarKotak, tinggiKotak), "Yang menerima,", "Penerima", TeksTanpaNik.Dari(isi.NamaPenerima), ukuran: 9.5);
        KotakTandaTangan.Gambar(
            kanvas, new Box(Tepi + lebar - lebarKotak, y, lebarKotak, tinggiKotak), "Yang menyerahkan,", "Petugas Loket",
            isi.Petugas, isi.NipPetugas is null ? null : "NIP. " + isi.NipPetugas, 9.5);
        if (isi.IsiQr is { } qr)
        {
            QrCode.Draw(kanvas, qr, Tepi, atasQr, sisiQr);
            kanvas.Text("Memeriksa bukti penyerahan ini, bukan Kartu Keluarga.", new Box(Tepi + sisiQr + 6, atasQr, lebar - sisiQr - 6, sisiQr), 8.5);
        }
        return pdf.ToBytes();
    }

    private static double Bagian(PdfCanvas kanvas, double y, double lebar, string judul, params (string Label, string Nilai)[] medan)
    {
        kanvas.Fill(new Box(Tepi, y, lebar, 15), grey: 0.92);
        kanvas.Text(judul, new Box(Tepi + 5, y, lebar - 10, 15), 10, isBold: true);
        var daftar = new DaftarMedan(kanvas, Tepi + 5, y + 20, lebar - 10, lebarLabel: 104);
        foreach (var (label, nilai) in medan)
            daftar.Tambah(label, nilai);
        return daftar.Y + 8;
    }
}
