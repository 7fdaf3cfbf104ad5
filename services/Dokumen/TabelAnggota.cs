using System.Globalization;
using Dukcapil.Dokumen.Pdf;
using Dukcapil.Kependudukan;

namespace Dukcapil.Dokumen;

/// <summary>
/// The two member tables of the family card and their 17 columns (annex of Permendagri 109/2019 as transcribed in public prints;
/// elements of UU 23/2006 art. 61), ten rows a sheet.
/// </summary>
internal sealed class TabelAnggota
{
    public const int BarisPerLembar = 10;

    private const double TinggiJudul = 25, TinggiNomor = 9, TinggiBaris = 15, LebarNomor = 18;

    private readonly int _nomorPertama;
    private readonly Kolom[] _kolom;

    private TabelAnggota(int nomorPertama, params Kolom[] kolom)
    {
        _nomorPertama = nomorPertama;
        _kolom = kolom;
    }

    /// <summary>Columns 1–9.</summary>
    public static TabelAnggota Pertama { get; } = new(
        1,
        new(168, "Nama Lengkap", a => a.Nama),
        new(88, "NIK", a => a.Nik, Align.Center),
        new(58, "Jenis Kelamin", a => Kode(TabelKode.JenisKelamin, a.JenisKelamin), Align.Center),
        new(84, "Tempat Lahir", a => a.TempatLahir),
        new(56, "Tanggal Lahir", a => Waktu.Pendek(a.TanggalLahir), Align.Center),
        new(66, "Agama", a => Kode(TabelKode.Agama, a.Agama), Align.Center),
        new(104, "Pendidikan", a => Kode(TabelKode.Pendidikan, a.Pendidikan)),
        new(100, "Jenis Pekerjaan", a => Kode(TabelKode.Pekerjaan, a.Pekerjaan)),
        new(44, "Golongan Darah", a => Kode(TabelKode.GolonganDarah, a.GolonganDarah), Align.Center));

    /// <summary>Columns 10–17.</summary>
    public static TabelAnggota Kedua { get; } = new(
        10,
        new(92, "Status Perkawinan", a => Kode(TabelKode.StatusKawin, a.StatusKawin), Align.Center),
        new(66, "Tanggal Perkawinan/ Perceraian", a => Waktu.Pendek(TanggalStatus(a)), Align.Center),
        new(86, "Status Hubungan Dalam Keluarga", a => Kode(TabelKode.Shdk, a.Shdk), Align.Center),
        new(68, "Kewarganegaraan", a => a.Kewarganegaraan, Align.Center),
        new(72, "No. Paspor", a => a.NoPaspor, Align.Center, "Dokumen Imigrasi"),
        new(72, "No. KITAP", a => a.NoKitap, Align.Center, "Dokumen Imigrasi"),
        new(156, "Ayah", a => a.Ayah, Kelompok: "Nama Orang Tua"),
        new(156, "Ibu", a => a.Ibu, Kelompok: "Nama Orang Tua"));

    /// <summary>Height in points of a table of ten rows.</summary>
    public static double Tinggi => TinggiJudul + TinggiNomor + (BarisPerLembar * TinggiBaris);

    /// <summary>Width in points; the same for both tables.</summary>
    public double Lebar => LebarNomor + _kolom.Sum(k => k.Lebar);

    /// <summary>Draws the table with the members of one sheet, counted from 0.</summary>
    public void Gambar(PdfCanvas kanvas, double kiri, double atas, IReadOnlyList<Anggota> anggota, int lembar)
    {
        GambarJudul(kanvas, kiri, atas);

        var y = atas + TinggiJudul + TinggiNomor;
        for (var baris = 0; baris < BarisPerLembar; baris++, y += TinggiBaris)
        {
            var urut = (lembar * BarisPerLembar) + baris;
            kanvas.Rule(kiri, y, kiri + Lebar, y, 0.35);
            Sel(kanvas, (urut + 1).ToString(CultureInfo.InvariantCulture), new Box(kiri, y, LebarNomor, TinggiBaris), Align.Center);
            var orang = urut < anggota.Count ? anggota[urut] : null;
            var x = kiri + LebarNomor;
            foreach (var kolom in _kolom)
            {
                var isi = orang is null ? null : kolom.Isi(orang);
                Sel(kanvas, isi, new Box(x, y, kolom.Lebar, TinggiBaris), kolom.Rata);
                x += kolom.Lebar;
            }
        }

        kanvas.Frame(new Box(kiri, atas, Lebar, Tinggi), 0.8);
        var batas = kiri + LebarNomor;
        string? kelompok = null;
        foreach (var kolom in _kolom)
        {
            // A line between two columns of one group starts below the name of the group.
            var dari = kolom.Kelompok is not null && kolom.Kelompok == kelompok ? atas + (TinggiJudul / 2) : atas;
            kanvas.Rule(batas, dari, batas, atas + Tinggi, 0.35);
            kelompok = kolom.Kelompok;
            batas += kolom.Lebar;
        }
    }

    private void GambarJudul(PdfCanvas kanvas, double kiri, double atas)
    {
        kanvas.Text("No", new Box(kiri, atas, LebarNomor, TinggiJudul), 6.5, isBold: true, Align.Center);
        kanvas.Rule(kiri, atas + TinggiJudul, kiri + Lebar, atas + TinggiJudul, 0.35);
        var x = kiri + LebarNomor;
        string? kelompok = null;
        for (var i = 0; i < _kolom.Length; x += _kolom[i].Lebar, kelompok = _kolom[i].Kelompok, i++)
        {
            var kolom = _kolom[i];
            var judul = new Box(x, atas, kolom.Lebar, TinggiJudul);
            if (kolom.Kelompok is not null)
            {
                judul = new Box(x, atas + (TinggiJudul / 2), kolom.Lebar, TinggiJudul / 2);
                kanvas.Rule(x, judul.Y, judul.Right, judul.Y, 0.35);
                if (kolom.Kelompok != kelompok)
                {
                    var lebar = _kolom.Where(k => k.Kelompok == kolom.Kelompok).Sum(k => k.Lebar);
                    kanvas.Text(kolom.Kelompok, new Box(x, atas, lebar, TinggiJudul / 2), 6.5, isBold: true, Align.Center);
                }
            }

            kanvas.Text(kolom.Judul, judul.Inset(2, 1), 6.5, isBold: true, Align.Center);
            var nomor = string.Create(CultureInfo.InvariantCulture, $"({_nomorPertama + i})");
            kanvas.Text(nomor, new Box(x, atas + TinggiJudul, kolom.Lebar, TinggiNomor), 5.5, align: Align.Center);
        }
    }

    // The card is written in capitals; an empty cell carries a dash, so that nothing can be written into it afterwards.
    private static void Sel(PdfCanvas kanvas, string? isi, Box kotak, Align rata)
    {
        var kosong = string.IsNullOrWhiteSpace(isi) || isi == "-";
        kanvas.Text(kosong ? "-" : isi!.ToUpperInvariant(), kotak.Inset(2.5, 0.6), 7, align: kosong ? Align.Center : rata);
    }

    // An unknown code is shown as such: the officer must see that it is wrong, not an empty cell.
    private static string? Kode(TabelKode tabel, int? kode) =>
        kode is null ? null : tabel.Label(kode) ?? string.Create(CultureInfo.InvariantCulture, $"KODE {kode}");

    // For an ended marriage the column holds the date of its end.
    private static DateOnly? TanggalStatus(Anggota anggota) => anggota.StatusKawin switch
    {
        StatusKawin.CeraiHidupTercatat or StatusKawin.CeraiHidupBelumTercatat or StatusKawin.CeraiMati => anggota.TanggalCerai,
        null => anggota.TanggalCerai ?? anggota.TanggalKawin,
        _ => anggota.TanggalKawin,
    };

    private sealed record Kolom(
        double Lebar, string Judul, Func<Anggota, string?> Isi, Align Rata = Align.Left, string? Kelompok = null);
}
