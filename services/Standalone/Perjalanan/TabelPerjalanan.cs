using System.Globalization;
using System.Text;
using static Dukcapil.Standalone.Perjalanan.TeksHalaman;

namespace Dukcapil.Standalone.Perjalanan;

/// <summary>The flowchart part: the columns of PermenPANRB 35/2012, one row per step taken, in order.</summary>
internal static class TabelPerjalanan
{
    public static void Tulis(StringBuilder halaman, PerjalananPermohonan perjalanan, RingkasanPerjalanan ringkasan)
    {
        var lajur = LajurTerpakai(perjalanan);
        TulisKepala(halaman, lajur);
        halaman.Append("<tbody>");
        SelLajur.Sambungan? masuk = null;
        for (var i = 0; i < perjalanan.Langkah.Count; i++)
        {
            var langkah = perjalanan.Langkah[i];
            var kolom = lajur.FindIndex(l => l.Kode == langkah.Peran);
            var berikut = i + 1 < perjalanan.Langkah.Count ? perjalanan.Langkah[i + 1] : null;
            var tujuan = berikut is null ? null : lajur.First(l => l.Kode == berikut.Peran).Nama;
            var ujung = i == 0 ? "Mulai" : berikut is null && perjalanan.Selesai is not null ? "Selesai" : null;

            halaman.Append(langkah.Kembali ? "<tr class=\"kembali\">" : langkah.Hasil is null ? "<tr class=\"buka\">" : "<tr>");
            TulisKegiatan(halaman, langkah, ringkasan.Diulang[i], perjalanan.Zona);
            SelLajur.Tulis(
                halaman, lajur.Count, langkah, kolom, masuk, berikut is not null, langkah.Simbol == SimbolSop.Kapsul ? ujung : null);
            TulisMutuBaku(halaman, langkah);
            TulisKeterangan(halaman, langkah, tujuan);
            halaman.Append("</tr>\n");
            masuk = new(kolom, langkah.Kembali);
        }

        TulisJumlah(halaman, lajur.Count, ringkasan);
        halaman.Append("</tbody></table>\n");
    }

    private static List<LajurPelaksana> LajurTerpakai(PerjalananPermohonan perjalanan)
    {
        var lajur = perjalanan.Lajur.ToList();
        foreach (var langkah in perjalanan.Langkah)
            if (lajur.TrueForAll(l => l.Kode != langkah.Peran)) lajur.Add(new(langkah.Peran, langkah.Peran));
        return lajur;
    }

    private static void TulisKepala(StringBuilder halaman, List<LajurPelaksana> lajur)
    {
        const double LebarPelaksana = 34;
        halaman.Append("<table class=\"sop\"><colgroup><col class=\"k-no\"><col class=\"k-kegiatan\">");
        foreach (var _ in lajur)
            halaman.Append(CultureInfo.InvariantCulture, $"<col style=\"width:{LebarPelaksana / lajur.Count:0.##}%\">");
        halaman.Append("<col class=\"k-lengkap\"><col class=\"k-waktu\"><col class=\"k-waktu\"><col class=\"k-waktu\">");
        halaman.Append("<col class=\"k-output\"><col></colgroup>\n<thead><tr><th rowspan=\"3\">No</th><th rowspan=\"3\">Kegiatan</th>");
        halaman.Append(CultureInfo.InvariantCulture, $"<th colspan=\"{lajur.Count}\">Pelaksana</th>");
        halaman.Append("<th colspan=\"5\">Mutu Baku</th><th rowspan=\"3\">Keterangan</th></tr>\n<tr>");
        foreach (var l in lajur) halaman.Append(CultureInfo.InvariantCulture, $"<th rowspan=\"2\">{Aman(l.Nama)}</th>");
        halaman.Append("<th rowspan=\"2\">Kelengkapan</th><th colspan=\"3\">Waktu / berkas</th><th rowspan=\"2\">Output</th></tr>\n");
        halaman.Append("<tr><th>Baku</th><th>Pengerjaan</th><th>Menunggu</th></tr></thead>\n");
    }

    private static void TulisKegiatan(StringBuilder halaman, LangkahPerjalanan langkah, bool diulang, TimeZoneInfo zona)
    {
        halaman.Append(CultureInfo.InvariantCulture, $"<th scope=\"row\" class=\"no\">{Aman(langkah.Nomor)}</th><td>{Aman(langkah.Kegiatan)}");
        if (diulang) halaman.Append(" <span class=\"tanda\">diulang</span>");
        string?[] siapa = [langkah.Petugas, langkah.WaktuSelesai is { } saat ? $"{Tanggal(saat, zona)} {Jam(saat, zona)}" : null];
        var jejak = string.Join(" · ", siapa.Where(s => !string.IsNullOrWhiteSpace(s)));
        if (jejak.Length > 0) halaman.Append(CultureInfo.InvariantCulture, $"<div class=\"jejak\">{Aman(jejak)}</div>");
        halaman.Append("</td>");
    }

    private static void TulisMutuBaku(StringBuilder halaman, LangkahPerjalanan langkah)
    {
        TulisDaftar(halaman, langkah.Kelengkapan, "<td>");
        var lewat = langkah.PenangananDetik > langkah.WaktuBakuMenit * 60 ? " lewat" : "";
        halaman.Append(CultureInfo.InvariantCulture, $"<td class=\"angka\">{langkah.WaktuBakuMenit} menit</td>");
        halaman.Append(CultureInfo.InvariantCulture, $"<td class=\"angka{lewat}\">{Durasi(langkah.PenangananDetik)}</td>");
        halaman.Append(CultureInfo.InvariantCulture, $"<td class=\"angka\">{Durasi(langkah.MenungguDetik)}</td>");
        // A step that sent the file back did not produce its output.
        TulisDaftar(halaman, langkah.Output, langkah.Kembali ? "<td class=\"urung\">" : "<td>");
    }

    private static void TulisDaftar(StringBuilder halaman, IReadOnlyList<string> butir, string sel)
    {
        halaman.Append(sel);
        if (butir.Count > 0) halaman.Append("<ul>").AppendJoin("", butir.Select(b => $"<li>{Aman(b)}</li>")).Append("</ul>");
        halaman.Append("</td>");
    }

    private static void TulisKeterangan(StringBuilder halaman, LangkahPerjalanan langkah, string? tujuan)
    {
        halaman.Append("<td class=\"ket\">");
        if (langkah.Hasil is null) halaman.Append("<span class=\"hasil\">Sedang berjalan</span>");
        else if (!langkah.Kembali) halaman.Append(CultureInfo.InvariantCulture, $"<span class=\"hasil\">{Aman(langkah.Hasil)}</span>");
        else
        {
            var ke = tujuan is null ? "" : $" → {tujuan}";
            halaman.Append(CultureInfo.InvariantCulture, $"<span class=\"hasil balik\">↩ {Aman(langkah.Hasil + ke)}</span>");
            if (!string.IsNullOrWhiteSpace(langkah.KodeAlasan))
                halaman.Append(CultureInfo.InvariantCulture, $"<code>{Aman(langkah.KodeAlasan)}</code>");
            if (!string.IsNullOrWhiteSpace(langkah.Alasan))
                halaman.Append(CultureInfo.InvariantCulture, $"<q>{Aman(langkah.Alasan)}</q>");
        }

        if (langkah.VersiKonsep is { } versi)
            halaman.Append(CultureInfo.InvariantCulture, $"<div class=\"jejak\">Konsep KK versi {versi}</div>");
        if (!string.IsNullOrWhiteSpace(langkah.Keterangan))
            halaman.Append(CultureInfo.InvariantCulture, $"<div>{Aman(langkah.Keterangan)}</div>");
        halaman.Append("</td>");
    }

    // A row of the body, because browsers repeat a table foot on every printed page.
    private static void TulisJumlah(StringBuilder halaman, int lajur, RingkasanPerjalanan ringkasan) => halaman.Append(
        CultureInfo.InvariantCulture,
        $"""
        <tr class="jumlah"><th scope="row" colspan="{lajur + 3}">Jumlah</th><td class="angka">{ringkasan.BakuMenit} menit</td>
        <td class="angka">{Durasi(ringkasan.PenangananDetik)}</td><td class="angka">{Durasi(ringkasan.MenungguDetik)}</td>
        <td></td><td>{ringkasan.Pengembalian} kali dikembalikan</td></tr>

        """);
}
