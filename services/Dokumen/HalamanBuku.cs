using System.Globalization;
using Dukcapil.Dokumen.Pdf;

namespace Dukcapil.Dokumen;

/// <summary>
/// What book pages show. Texts are printed as given: mask NIK and Nomor KK before (<see cref="Kependudukan.Samaran"/>) on prints for the public.
/// </summary>
public sealed record IsiHalamanBuku
{
    /// <summary>Letterhead of the Kantor whose book it is.</summary>
    public required Kop Kop { get; init; }

    /// <summary>Name of the book, for example <c>BUKU REGISTER PERMOHONAN KARTU KELUARGA</c>.</summary>
    public required string Judul { get; init; }

    /// <summary>Year or period of the entries, for example <c>Tahun 2026</c>.</summary>
    public required string Masa { get; init; }

    /// <summary>Columns; <see cref="KolomBuku.Register"/>, <see cref="KolomBuku.Agenda"/> or an office's own.</summary>
    public required IReadOnlyList<KolomBuku> Kolom { get; init; }

    /// <summary>Entries in the order of their numbers.</summary>
    public required IReadOnlyList<BarisBuku> Baris { get; init; }

    /// <summary>Officer who printed the pages.</summary>
    public required string Petugas { get; init; }

    /// <summary>Time of printing, in the zone of the Kantor.</summary>
    public required DateTimeOffset Dicetak { get; init; }
}

/// <summary>PDF of pages of Buku Register or Buku Agenda: landscape A4, heading and column numbers repeated on every page.</summary>
public static class HalamanBuku
{
    private const double Tepi = 28, TinggiJudul = 26, TinggiNomor = 10, Ukuran = 7, SelaX = 2.5, SelaY = 2.5;
    private const double AtasTabel = 106, BawahTabel = PdfFile.A4Short - 36, TinggiTersedia = BawahTabel - AtasTabel - TinggiJudul - TinggiNomor;

    /// <summary>Renders the pages. Same content, same bytes.</summary>
    /// <exception cref="ArgumentException">There are no columns, or an entry has more texts than columns.</exception>
    public static byte[] Buat(IsiHalamanBuku isi)
    {
        ArgumentNullException.ThrowIfNull(isi);
        if (isi.Kolom.Count == 0)
            throw new ArgumentException("Buku tanpa kolom.", nameof(isi));
        if (isi.Baris.Any(b => b.Sel.Count > isi.Kolom.Count))
            throw new ArgumentException("Baris buku memiliki lebih banyak sel daripada kolom.", nameof(isi));

        var lebar = Lebar(isi.Kolom);
        var halaman = BagiHalaman(isi.Baris, lebar);
        using var pdf = new PdfFile(isi.Judul);
        for (var i = 0; i < halaman.Count; i++)
        {
            var kanvas = pdf.AddPage(PdfFile.A4Long, PdfFile.A4Short);
            Kepala(kanvas, isi, lebar);
            Isi(kanvas, isi.Kolom, lebar, halaman[i]);
            kanvas.Line($"Dicetak {Waktu.Panjang(isi.Dicetak)} oleh {isi.Petugas}", Tepi, kanvas.Height - 20, 7.5);
            kanvas.Line($"Halaman {i + 1} dari {halaman.Count}", kanvas.Width - Tepi, kanvas.Height - 20, 7.5, align: Align.Right);
        }

        return pdf.ToBytes();
    }

    private static double[] Lebar(IReadOnlyList<KolomBuku> kolom)
    {
        var skala = (PdfFile.A4Long - (2 * Tepi)) / kolom.Sum(k => k.Lebar);
        return [.. kolom.Select(k => k.Lebar * skala)];
    }

    private static List<List<(BarisBuku Baris, double Tinggi)>> BagiHalaman(IReadOnlyList<BarisBuku> baris, double[] lebar)
    {
        List<List<(BarisBuku, double)>> halaman = [[]];
        var sisa = TinggiTersedia;
        foreach (var b in baris)
        {
            var tinggi = TinggiBaris(b, lebar);
            if (tinggi > sisa && halaman[^1].Count > 0)
            {
                halaman.Add([]);
                sisa = TinggiTersedia;
            }

            halaman[^1].Add((b, tinggi));
            sisa -= tinggi;
        }

        return halaman;
    }

    private static double TinggiBaris(BarisBuku baris, double[] lebar)
    {
        var tertinggi = Ukuran * TextFit.LineHeight;
        for (var i = 0; i < baris.Sel.Count; i++)
        {
            var sel = TextFit.IntoWidth(PrintableText.Of(baris.Sel[i]), Typeface.Regular, Ukuran, lebar[i] - (2 * SelaX));
            tertinggi = Math.Max(tertinggi, sel.Height);
        }

        return Math.Min(tertinggi + (2 * SelaY), TinggiTersedia);
    }

    private static void Kepala(PdfCanvas kanvas, IsiHalamanBuku isi, double[] lebar)
    {
        isi.Kop.Gambar(kanvas, Tepi, 18, kanvas.Width - (2 * Tepi));
        kanvas.Line(isi.Judul, kanvas.Width / 2, 78, 12, isBold: true, Align.Center);
        kanvas.Line(isi.Masa, kanvas.Width / 2, 92, 9, align: Align.Center);

        kanvas.Fill(new Box(Tepi, AtasTabel, lebar.Sum(), TinggiJudul), grey: 0.92);
        var x = Tepi;
        for (var i = 0; i < lebar.Length; i++)
        {
            kanvas.Text(isi.Kolom[i].Judul, new Box(x, AtasTabel, lebar[i], TinggiJudul).Inset(2, 1), 7, isBold: true, Align.Center);
            var nomor = (i + 1).ToString(CultureInfo.InvariantCulture);
            kanvas.Text(nomor, new Box(x, AtasTabel + TinggiJudul, lebar[i], TinggiNomor), 5.5, align: Align.Center);
            x += lebar[i];
        }

        kanvas.Rule(Tepi, AtasTabel + TinggiJudul, x, AtasTabel + TinggiJudul, 0.35);
    }

    private static void Isi(PdfCanvas kanvas, IReadOnlyList<KolomBuku> kolom, double[] lebar, List<(BarisBuku Baris, double Tinggi)> halaman)
    {
        var kanan = Tepi + lebar.Sum();
        var y = AtasTabel + TinggiJudul + TinggiNomor;
        foreach (var (baris, tinggi) in halaman)
        {
            kanvas.Rule(Tepi, y, kanan, y, 0.35);
            var x = Tepi;
            for (var i = 0; i < lebar.Length; i++)
            {
                var kosong = i >= baris.Sel.Count || string.IsNullOrWhiteSpace(baris.Sel[i]);
                var kotak = new Box(x, y, lebar[i], tinggi).Inset(SelaX, SelaY);
                kanvas.Text(kosong ? "-" : baris.Sel[i], kotak, Ukuran, align: kosong || kolom[i].Tengah ? Align.Center : Align.Left);
                x += lebar[i];
            }

            // The last column stays readable: it says why the entry was voided.
            if (baris.Batal)
                kanvas.Rule(Tepi + 2, y + (tinggi / 2), kanan - lebar[^1] - 2, y + (tinggi / 2), 0.6);
            y += tinggi;
        }

        kanvas.Frame(new Box(Tepi, AtasTabel, kanan - Tepi, y - AtasTabel), 0.8);
        var batas = Tepi;
        foreach (var l in lebar[..^1])
        {
            batas += l;
            kanvas.Rule(batas, AtasTabel, batas, y, 0.35);
        }
    }
}
