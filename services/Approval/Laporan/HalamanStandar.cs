using System.Globalization;
using System.Net;
using System.Text;
using Dukcapil.Kependudukan;

namespace Dukcapil.Approval.Laporan;

/// <summary>The report as one page to print: figures, bars of the time per step against its Waktu baku, share within the standard week by week.</summary>
internal static class HalamanStandar
{
    // In pixels: where bars begin, how long the longest is, and how many letters fit before them.
    private const int Kiri = 240, Lebar = 400, TinggiBaris = 22, LabelTerpanjang = 34;
    private static readonly CultureInfo Indonesia = KomaDesimal();

    public static string Buat(LaporanStandar isi, Kantor kantor, DateTimeOffset pada)
    {
        var h = new StringBuilder();
        h.Append(Indonesia, $$"""
            <!doctype html><html lang="id"><head><meta charset="utf-8"><title>Laporan standar layanan</title><style>
            body{font:13px/1.4 sans-serif;max-width:190mm;margin:10mm auto}h1{font-size:18px}h2{font-size:15px}table{border-collapse:collapse;width:100%}
            td,th{border:1px solid #999;padding:2px 6px;text-align:right}td:nth-child(2),th:nth-child(2){text-align:left}svg text{font:11px sans-serif}tr,svg{break-inside:avoid}
            </style></head><body><h1>Laporan standar layanan Kartu Keluarga</h1>
            <p>{{Aman(kantor.Nama)}} · {{isi.Dari:dd-MM-yyyy}} s.d. {{isi.Sampai:dd-MM-yyyy}} · dicetak {{kantor.WaktuPada(pada):dd-MM-yyyy HH:mm}} {{kantor.SingkatanZona}}</p>
            <p><b>{{isi.MemenuhiStandar}}</b> dari <b>{{isi.Permohonan}}</b> permohonan yang diserahkan ditangani dalam {{LaporanStandar.Standar.TotalMinutes}} menit
            ({{Persen(isi.MemenuhiStandar, isi.Permohonan)}}). Penanganan: median {{Waktu(isi.PenangananMs.Median)}}, P95 {{Waktu(isi.PenangananMs.P95)}}.
            Menunggu: median {{Waktu(isi.MenungguMs.Median)}}, P95 {{Waktu(isi.MenungguMs.P95)}}.</p>
            """);
        h.Append("<h2>Penanganan per langkah (median; garis: waktu baku)</h2>");
        Batang(h, [.. isi.Langkah.Select(l => ($"{l.Nomor} {l.Kegiatan} ({l.Peran})", l.PenangananMs.Median, (long?)l.WaktuBakuMs, Waktu(l.PenangananMs.Median)))]);
        h.Append("<h2>Menunggu per langkah (median)</h2>");
        Batang(h, [.. isi.Langkah.Select(l => ($"{l.Nomor} {l.Kegiatan} ({l.Peran})", l.MenungguMs.Median, (long?)null, Waktu(l.MenungguMs.Median)))]);
        h.Append("<h2>Per langkah</h2><table><tr><th>No</th><th>Kegiatan</th><th>Pelaksana</th><th>Selesai</th><th>Waktu baku</th><th>Lewat</th><th>Dikembalikan</th><th>Penanganan P95</th><th>Menunggu P95</th></tr>");
        foreach (var l in isi.Langkah)
            h.Append(Indonesia, $"<tr><td>{Aman(l.Nomor)}</td><td>{Aman(l.Kegiatan)}</td><td>{Aman(l.Peran)}</td><td>{l.Selesai}</td><td>{(l.WaktuBakuMs > 0 ? Waktu(l.WaktuBakuMs) : "–")}</td><td>{Persen(l.LewatWaktuBaku, l.Selesai)}</td><td>{l.Dikembalikan}</td><td>{Waktu(l.PenangananMs.P95)}</td><td>{Waktu(l.MenungguMs.P95)}</td></tr>");
        h.Append("</table><h2>Per minggu</h2>");
        Batang(h, [.. isi.Minggu.Select(m => (m.Nama, (long)m.MemenuhiStandar * 1000 / Math.Max(1, m.Permohonan), (long?)null, Persen(m.MemenuhiStandar, m.Permohonan)))]);
        h.Append("<table><tr><th>Minggu</th><th>Leher botol</th><th>Permohonan</th><th>Memenuhi standar</th></tr>");
        foreach (var m in isi.Minggu) h.Append(Indonesia, $"<tr><td>{m.Nama}</td><td>{Aman(m.LeherBotol ?? "–")}</td><td>{m.Permohonan}</td><td>{Persen(m.MemenuhiStandar, m.Permohonan)}</td></tr>");
        return h.Append("</table></body></html>").ToString();
    }

    private static void Batang(StringBuilder h, IReadOnlyList<(string Nama, long Nilai, long? Garis, string Teks)> baris)
    {
        var terbesar = Math.Max(1, baris.Select(b => Math.Max(b.Nilai, b.Garis ?? 0)).DefaultIfEmpty().Max());
        h.Append(CultureInfo.InvariantCulture, $"<svg width=\"700\" height=\"{(baris.Count * TinggiBaris) + 4}\" role=\"img\">");
        for (var i = 0; i < baris.Count; i++)
        {
            var (nama, nilai, garis, teks) = baris[i];
            var y = i * TinggiBaris;
            var panjang = nilai * Lebar / terbesar;
            h.Append(CultureInfo.InvariantCulture, $"<text x=\"0\" y=\"{y + 14}\">{Aman(nama.Length > LabelTerpanjang ? nama[..(LabelTerpanjang - 1)] + "…" : nama)}</text><rect x=\"{Kiri}\" y=\"{y + 3}\" width=\"{panjang}\" height=\"14\" fill=\"{(garis > 0 && nilai > garis ? "#c0392b" : "#2e7d5b")}\"/><text x=\"{Kiri + 6 + panjang}\" y=\"{y + 14}\">{teks}</text>");
            if (garis > 0) h.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Kiri + (garis * Lebar / terbesar)}\" y=\"{y + 1}\" width=\"2\" height=\"18\" fill=\"#000\"/>");
        }
        h.Append("</svg>");
    }

    // Made by hand: the services run without the tables of cultures.
    private static CultureInfo KomaDesimal()
    {
        var budaya = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        budaya.NumberFormat.NumberDecimalSeparator = ",";
        return budaya;
    }

    private static string Persen(int bagian, int semua) => semua == 0 ? "–" : (100.0 * bagian / semua).ToString("0.0", Indonesia) + "%";

    private static string Waktu(long ms) => TimeSpan.FromMilliseconds(ms) switch
    {
        { TotalDays: >= 2 } t => t.TotalDays.ToString("0.0", Indonesia) + " hari",
        { TotalHours: >= 2 } t => t.TotalHours.ToString("0.0", Indonesia) + " jam",
        { TotalMinutes: >= 2 } t => t.TotalMinutes.ToString("0.0", Indonesia) + " menit",
        var t => t.TotalSeconds.ToString("0.0", Indonesia) + " dtk",
    };

    private static string Aman(string teks) => WebUtility.HtmlEncode(teks);
}
