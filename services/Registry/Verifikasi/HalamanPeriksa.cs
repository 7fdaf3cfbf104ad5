using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.Registry.Verifikasi;

/// <summary>The page behind the QR: a form that fills itself from what stands behind <c>#</c>, and its answer. Works without script, too.</summary>
internal static class HalamanPeriksa
{
    private const string Gaya =
        "body{font:16px/1.5 sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem}input,button{font:inherit;padding:.4rem}dt{font-weight:bold}";

    private const string Skrip =
        "const k=decodeURIComponent(location.hash.slice(1));if(k){history.replaceState(null,'',location.pathname);document.forms[0].kode.value=k;document.forms[0].submit()}";

    private const string Isian =
        """<form method="post" action="/periksa"><label>Kode pada dokumen <input name="kode" maxlength="40" autocomplete="off" required></label> <button>Periksa</button></form>""";

    private static readonly string Kebijakan =
        $"default-src 'none'; style-src '{Sidik(Gaya)}'; script-src '{Sidik(Skrip)}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static IResult Form(HttpContext http) => Halaman(
        http, $"<p>Memeriksa tanda bukti pengambilan dan bukti penyerahan kantor ini. Kartu Keluarga sendiri diperiksa pada layanan resmi Dukcapil.</p>{Isian}<script>{Skrip}</script>");

    public static IResult Hasil(HttpContext http, HasilPeriksa? hasil) => Halaman(
        http, (hasil is null ? "<p><strong>Tidak dikenal.</strong> Kode itu tidak ada pada dokumen kantor ini.</p>" : Rincian(hasil)) + Isian,
        hasil is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);

    private static string Rincian(HasilPeriksa hasil) =>
        $"<p><strong>Dokumen ini diterbitkan oleh {WebUtility.HtmlEncode(hasil.Kantor)}.</strong> Cocokkan nomornya.</p><dl>"
        + Baris("Dokumen", hasil.Jenis == JenisDokumen.BuktiPenyerahan ? "Bukti penyerahan" : "Tanda bukti pengambilan")
        + Baris("Nomor", hasil.Nomor)
        + Baris("Keadaan", hasil.Keadaan switch
        {
            KeadaanDokumen.Diproses => "Permohonan sedang diproses",
            KeadaanDokumen.SiapDiambil => "Kartu siap diambil",
            KeadaanDokumen.SudahDiambil => "Kartu sudah diserahkan",
            _ => "Permohonan dicabut",
        })
        + (hasil.Tanggal is { } hari ? Baris("Tanggal penyerahan", hari.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture)) : "") + "</dl>";

    private static string Baris(string label, string isi) => $"<dt>{label}</dt><dd>{WebUtility.HtmlEncode(isi)}</dd>";

    private static ContentHttpResult Halaman(HttpContext http, string isi, int status = StatusCodes.Status200OK)
    {
        http.Response.Headers.ContentSecurityPolicy = Kebijakan;
        return TypedResults.Text(
            $"<!DOCTYPE html><html lang=\"id\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Periksa dokumen</title><style>{Gaya}</style><h1>Periksa dokumen</h1>{isi}</html>",
            "text/html", Encoding.UTF8, status);
    }

    private static string Sidik(string isi) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(isi)));
}
