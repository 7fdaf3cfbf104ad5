using System.Globalization;
using System.Text;
using static Dukcapil.Standalone.Perjalanan.TeksHalaman;

namespace Dukcapil.Standalone.Perjalanan;

/// <summary>What stands above the table: the identity part of a SOP AP, the application, the totals, the symbols.</summary>
internal static class KepalaHalaman
{
    private const string Titik = "<span class=\"titik\"></span>";

    /// <summary>
    /// Identity part (PermenPANRB 35/2012). The SOP names none of these but its title, and an identity is never
    /// invented: the office fills the dotted lines in.
    /// </summary>
    public static void TulisIdentitas(StringBuilder halaman, string judul)
    {
        halaman.Append("<section class=\"identitas\"><div class=\"instansi\"><div class=\"logo\">Logo</div><div>");
        halaman.Append(CultureInfo.InvariantCulture, $"<p>Nama instansi{Titik}</p><p>Unit kerja{Titik}</p></div></div>\n<dl>");
        foreach (var isian in (string[])["Nomor SOP", "Tanggal Pembuatan", "Tanggal Revisi", "Tanggal Efektif"])
            halaman.Append(CultureInfo.InvariantCulture, $"<dt>{isian}</dt><dd>{Titik}</dd>");
        halaman.Append(CultureInfo.InvariantCulture, $"<dt>Disahkan oleh</dt><dd class=\"sah\">Jabatan{Titik}Tanda tangan, cap{Titik}");
        halaman.Append(CultureInfo.InvariantCulture, $"Nama{Titik}NIP{Titik}</dd><dt>Nama SOP</dt><dd><b>{Aman(judul)}</b></dd></dl>\n");
        halaman.Append("<div class=\"uraian\">");
        foreach (var isian in (string[])
        [
            "Dasar Hukum", "Kualifikasi Pelaksana", "Keterkaitan", "Peralatan/Perlengkapan", "Peringatan", "Pencatatan dan Pendataan",
        ])
            halaman.Append(CultureInfo.InvariantCulture, $"<div><b>{isian}</b>{Titik}{Titik}</div>");
        halaman.Append("</div></section>\n");
    }

    public static void TulisPermohonan(StringBuilder halaman, PerjalananPermohonan perjalanan)
    {
        halaman.Append("<dl class=\"permohonan\">");
        Isian("Kode lacak", perjalanan.KodeLacak);
        Isian("Jenis permohonan", perjalanan.Jenis);
        Isian("Nomor register", perjalanan.NomorRegister);
        Isian("Nomor agenda", perjalanan.NomorAgenda);
        Isian("Mulai", TanggalJam(perjalanan.Mulai, perjalanan.Zona));
        Isian("Selesai", perjalanan.Selesai is { } akhir ? TanggalJam(akhir, perjalanan.Zona) : "Sedang berjalan");
        halaman.Append("</dl>\n");

        void Isian(string nama, string? nilai) =>
            halaman.Append(CultureInfo.InvariantCulture, $"<div><dt>{nama}</dt><dd>{(nilai is null ? "–" : Aman(nilai))}</dd></div>");
    }

    public static void TulisRingkasan(StringBuilder halaman, RingkasanPerjalanan ringkasan)
    {
        var baku = ringkasan.BakuMenit * 60.0;
        var persen = 100 / Math.Max(1, Math.Max(baku, ringkasan.PenangananDetik));
        var lurus = ringkasan.PenangananDetik - ringkasan.PengulanganDetik;
        var selisih = ringkasan.PenangananDetik - baku;
        var banding = selisih > 0 ? $"{Durasi(selisih)} di atas baku" : $"{Durasi(-selisih)} di bawah baku";
        halaman.Append(
            CultureInfo.InvariantCulture,
            $"""
            <section class="ringkasan">
            <div class="lebar"><h2>Waktu pengerjaan terhadap waktu baku SOP</h2>
            <p><b>{Durasi(ringkasan.PenangananDetik)}</b> dari baku <b>{ringkasan.BakuMenit} menit</b> <span class="{(selisih > 0 ? "lewat" : "tepat")}">{banding}</span></p>
            <div class="batang"><i class="lurus" style="width:{lurus * persen:0.##}%"></i><i class="ulang" style="width:{ringkasan.PengulanganDetik * persen:0.##}%"></i><i class="baku" style="left:{baku * persen:0.##}%"></i></div>
            <small>Jalur lurus {Durasi(lurus)}, pengulangan {Durasi(ringkasan.PengulanganDetik)}; garis tegak: waktu baku</small></div>
            <div><h2>Waktu menunggu</h2><p><b>{Durasi(ringkasan.MenungguDetik)}</b></p><small>tidak dihitung dalam waktu baku</small></div>
            <div><h2>Lama seluruhnya</h2><p><b>{Durasi(ringkasan.LamaDetik)}</b></p><small>sejak permohonan diajukan</small></div>
            <div><h2>Dikembalikan</h2><p><b class="{(ringkasan.Pengembalian > 0 ? "merah" : "")}">{ringkasan.Pengembalian} kali</b></p><small>setiap kali dengan alasan</small></div>
            </section>

            """);
    }

    public static void TulisKeteranganSimbol(StringBuilder halaman) => halaman.Append(
        """
        <p class="legenda"><svg viewBox="0 0 60 32"><rect x="1" y="1" width="58" height="30" rx="15"/></svg>mulai, berakhir
        <svg viewBox="0 0 60 32"><rect x="1" y="1" width="58" height="30"/></svg>proses
        <svg viewBox="0 0 60 32"><path d="M30 1 59 16 30 31 1 16Z"/></svg>keputusan
        <i></i>maju <i class="balik"></i>dikembalikan <b>v1</b>versi konsep KK</p>

        """);
}
