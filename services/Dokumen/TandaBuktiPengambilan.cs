using Dukcapil.Dokumen.Pdf;

namespace Dukcapil.Dokumen;

/// <summary>
/// What the tanda bukti pengambilan says (SOP output of step 2, shown at step 8; fields of <c>buku_register.json</c>).
/// It leaves the office and may be lost, so it has no field for NIK or Nomor KK.
/// </summary>
public sealed record IsiTandaBukti
{
    /// <summary>Letterhead of the Kantor.</summary>
    public required Kop Kop { get; init; }

    /// <summary>Number in Buku Register, for example <c>KK/2026/000017</c>.</summary>
    public required string NomorRegister { get; init; }

    /// <summary>Unguessable receipt code, for example <c>R7KQ-94TM</c>.</summary>
    public required string KodeResi { get; init; }

    /// <summary>What the QR holds; null means <see cref="KodeResi"/> itself. It verifies our receipt only, never a family card.</summary>
    public string? IsiQr { get; init; }

    /// <summary>Time of acceptance, in the zone of the Kantor.</summary>
    public required DateTimeOffset Diterima { get; init; }

    /// <summary>Name of the applicant.</summary>
    public required string NamaPemohon { get; init; }

    /// <summary>Type of application in words.</summary>
    public required string Jenis { get; init; }

    /// <summary>When the card is expected to be ready, in the zone of the Kantor; null when the office gives no estimate.</summary>
    public DateTimeOffset? PerkiraanSelesai { get; init; }

    /// <summary>Place and hours of service, for example <c>Loket 3, Senin–Jumat 08.00–15.30</c>.</summary>
    public required string Layanan { get; init; }

    /// <summary>What to bring for collection, one sentence each; the default is the SOP's rule with the representative's (F-1.07).</summary>
    public IReadOnlyList<string> CaraPengambilan { get; init; } =
    [
        "Bawa tanda bukti ini dan tunjukkan kode resi kepada petugas loket.",
        "Bawa KTP-el asli atau identitas lain untuk dicocokkan.",
        "Bila diwakilkan, penerima membawa surat kuasa (F-1.07) dan identitasnya sendiri.",
        "Bila tanda bukti hilang, pemohon datang sendiri dan menandatangani surat pernyataan.",
    ];

    /// <summary>Name of the officer at the loket.</summary>
    public required string Petugas { get; init; }
}

/// <summary>PDF of the tanda bukti pengambilan: A5 portrait, with the receipt code and its QR.</summary>
public static class TandaBuktiPengambilan
{
    private const double Tepi = 32, SelaButir = 3;

    /// <summary>Renders the receipt. Same content, same bytes. Any number of 16 digits inside a text is masked.</summary>
    public static byte[] Buat(IsiTandaBukti isi)
    {
        ArgumentNullException.ThrowIfNull(isi);
        using var pdf = new PdfFile("Tanda bukti pengambilan");
        var kanvas = pdf.AddPage(PdfFile.A5Short, PdfFile.A5Long);
        var lebar = kanvas.Width - (2 * Tepi);

        var y = isi.Kop.Gambar(kanvas, Tepi, 26, lebar);
        kanvas.Line("TANDA BUKTI PENGAMBILAN", kanvas.Width / 2, y + 22, 14, isBold: true, Align.Center);
        kanvas.Line("Pelayanan Kartu Keluarga", kanvas.Width / 2, y + 35, 9, align: Align.Center);

        y = KotakResi(kanvas, isi, y + 46, lebar);
        y = Rincian(kanvas, isi, y + 12, lebar);
        CaraMengambil(kanvas, isi, new Box(Tepi, y + 10, lebar, kanvas.Height - 104 - y - 10));
        Kaki(kanvas, isi, kanvas.Height - 98, lebar);
        return pdf.ToBytes();
    }

    private static double KotakResi(PdfCanvas kanvas, IsiTandaBukti isi, double y, double lebar)
    {
        const double sisiQr = 104;
        var kotak = new Box(Tepi, y, lebar, sisiQr + 4);
        kanvas.Frame(kotak, 0.8);
        QrCode.Draw(kanvas, isi.IsiQr ?? isi.KodeResi, kotak.Right - sisiQr - 2, y + 2, sisiQr);
        var kiri = new Box(Tepi + 12, y + 10, lebar - sisiQr - 24, 12);
        kanvas.Text("Kode resi", kiri, 8.5);
        kanvas.Text(isi.KodeResi, kiri with { Y = y + 22, Height = 30 }, 25, isBold: true);
        kanvas.Text("Nomor register", kiri with { Y = y + 62 }, 8.5);
        kanvas.Text(TeksTanpaNik.Dari(isi.NomorRegister), kiri with { Y = y + 75, Height = 18 }, 14, isBold: true);
        return kotak.Bottom;
    }

    private static double Rincian(PdfCanvas kanvas, IsiTandaBukti isi, double y, double lebar)
    {
        var daftar = new DaftarMedan(kanvas, Tepi, y, lebar, lebarLabel: 112);
        daftar.Tambah("Tanggal dan jam", Waktu.Panjang(isi.Diterima));
        daftar.Tambah("Nama pemohon", TeksTanpaNik.Dari(isi.NamaPemohon), tebal: true);
        daftar.Tambah("Jenis permohonan", TeksTanpaNik.Dari(isi.Jenis));
        daftar.Tambah("Perkiraan selesai", isi.PerkiraanSelesai is { } selesai ? Waktu.Panjang(selesai) : null);
        daftar.Tambah("Tempat dan jam layanan", TeksTanpaNik.Dari(isi.Layanan));
        return daftar.Y;
    }

    // The list may be of any length: it shrinks as a whole until it fits the room left.
    private static void CaraMengambil(PdfCanvas kanvas, IsiTandaBukti isi, Box ruang)
    {
        kanvas.Line("Cara mengambil", ruang.X, ruang.Y + 10, 10.5, isBold: true);
        var daftar = ruang with { X = ruang.X + 14, Y = ruang.Y + 15, Width = ruang.Width - 14, Height = ruang.Height - 15 };
        var butir = isi.CaraPengambilan.Select(TeksTanpaNik.Dari).ToList();
        var ukuran = 10.0;
        while (ukuran > 1 && butir.Sum(b => kanvas.ParagraphHeight(b, daftar.Width, ukuran) + SelaButir) > daftar.Height)
            ukuran -= 0.25;

        var y = daftar.Y;
        for (var i = 0; i < butir.Count; i++)
        {
            kanvas.Paragraph($"{i + 1}.", ruang.X, y, 14, ukuran);
            y += kanvas.Paragraph(butir[i], daftar.X, y, daftar.Width, ukuran) + SelaButir;
        }
    }

    private static void Kaki(PdfCanvas kanvas, IsiTandaBukti isi, double y, double lebar)
    {
        KotakTandaTangan.Gambar(
            kanvas, new Box(Tepi + lebar - 150, y, 150, 64), "", "Petugas Loket", TeksTanpaNik.Dari(isi.Petugas), "nama dan paraf", 9.5);
        kanvas.Text("Pelayanan ini tidak dipungut biaya", new Box(Tepi, y + 30, lebar - 165, 12), 9.5, isBold: true);
        kanvas.Text("(UU 24/2013 Pasal 79A).", new Box(Tepi, y + 42, lebar - 165, 10), 8.5);
        kanvas.Text("Tanda bukti ini bukan dokumen kependudukan.", new Box(Tepi, y + 54, lebar - 165, 10), 8.5);
    }
}
