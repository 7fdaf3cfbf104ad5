using Dukcapil.Dokumen.Pdf;
using Dukcapil.Kependudukan;

namespace Dukcapil.Dokumen;

/// <summary>
/// What konsep and salinan of a family card have in common: sheets of landscape A4 with the header and the two tables of the official card
/// (Permendagri 109/2019 art. 12). Emblem, official QR and the sentence of electronic signature are left out on purpose:
/// the official card is printed by SIAK alone.
/// </summary>
internal static class LembarKk
{
    public const double Kiri = 28, Atas = 18;

    /// <summary>Printed on every sheet that is not the official card.</summary>
    public const string Peringatan = "BUKAN DOKUMEN RESMI; KK RESMI DICETAK OLEH SIAK";

    public static double Lebar => TabelAnggota.Pertama.Lebar;

    /// <summary>
    /// Renders all sheets of each card; <paramref name="kaki"/> draws what stands below the tables into the given box. A remark says which card it is where
    /// there are several.
    /// </summary>
    public static byte[] Cetak(
        string judul, string tanda, IReadOnlyList<(string? Keterangan, KartuKeluarga Kartu)> kartu, Action<PdfCanvas, Box, KartuKeluarga> kaki)
    {
        using var pdf = new PdfFile(judul);
        var semua = kartu.SelectMany(k => Enumerable.Range(0, LembarDari(k.Kartu)).Select(lembar => (k.Keterangan, k.Kartu, Lembar: lembar))).ToList();
        for (var i = 0; i < semua.Count; i++)
        {
            var (keterangan, isi, lembar) = semua[i];
            var kanvas = pdf.AddPage(PdfFile.A4Long, PdfFile.A4Short);
            kanvas.Watermark(tanda);
            Kepala(kanvas, isi);
            if (keterangan is not null) kanvas.Line(keterangan, Kiri, Atas + 13, 10, isBold: true);

            var tabel1 = Atas + 84;
            var tabel2 = tabel1 + TabelAnggota.Tinggi + 6;
            TabelAnggota.Pertama.Gambar(kanvas, Kiri, tabel1, isi.Anggota, lembar);
            TabelAnggota.Kedua.Gambar(kanvas, Kiri, tabel2, isi.Anggota, lembar);

            var bawah = tabel2 + TabelAnggota.Tinggi + 6;
            var garisAkhir = kanvas.Height - 26;
            kaki(kanvas, new Box(Kiri, bawah, Lebar, garisAkhir - bawah - 3), isi);
            kanvas.Line($"{tanda} - {Peringatan}", kanvas.Width / 2, garisAkhir + 8, 8, isBold: true, Align.Center);
            kanvas.Line($"Lembar {i + 1} dari {semua.Count}", Kiri + Lebar, garisAkhir + 8, 7, align: Align.Right);
        }

        return pdf.ToBytes();
    }

    private static int LembarDari(KartuKeluarga kartu) => Math.Max(1, (kartu.Anggota.Count + TabelAnggota.BarisPerLembar - 1) / TabelAnggota.BarisPerLembar);

    /// <summary>Name of the head of the family in capitals, or null.</summary>
    public static string? NamaKepala(KartuKeluarga kartu) => kartu.KepalaKeluarga()?.Nama?.ToUpperInvariant();

    private static void Kepala(PdfCanvas kanvas, KartuKeluarga kartu)
    {
        kanvas.Line("KARTU KELUARGA", kanvas.Width / 2, Atas + 13, 17, isBold: true, Align.Center);
        kanvas.Line("No. " + Isi(kartu.NomorKk), kanvas.Width / 2, Atas + 28, 11, isBold: true, Align.Center);

        var alamat = kartu.Alamat;
        Medan(kanvas, Kiri, 88, 350, 0, "Nama Kepala Keluarga", NamaKepala(kartu));
        Medan(kanvas, Kiri, 88, 350, 1, "Alamat", alamat?.Jalan);
        Medan(kanvas, Kiri, 88, 350, 2, "RT/RW", $"{Isi(alamat?.Rt)}/{Isi(alamat?.Rw)}");
        Medan(kanvas, Kiri, 88, 350, 3, "Kode Pos", alamat?.KodePos);

        var kanan = Kiri + 500;
        Medan(kanvas, kanan, 68, 210, 0, "Desa/Kelurahan", alamat?.Desa);
        Medan(kanvas, kanan, 68, 210, 1, "Kecamatan", alamat?.Kecamatan);
        Medan(kanvas, kanan, 68, 210, 2, "Kabupaten/Kota", alamat?.KabupatenKota);
        Medan(kanvas, kanan, 68, 210, 3, "Provinsi", alamat?.Provinsi);
    }

    private static void Medan(PdfCanvas kanvas, double x, double lebarLabel, double lebarIsi, int baris, string label, string? isi)
    {
        const double tinggi = 11.5;
        var y = Atas + 35 + (baris * tinggi);
        kanvas.Text(label, new Box(x, y, lebarLabel, tinggi), 8);
        kanvas.Text(":", new Box(x + lebarLabel, y, 6, tinggi), 8);
        kanvas.Text(Isi(isi), new Box(x + lebarLabel + 7, y, lebarIsi, tinggi), 8, isBold: true);
    }

    private static string Isi(string? nilai) => string.IsNullOrWhiteSpace(nilai) ? "-" : nilai.ToUpperInvariant();
}
