using Dukcapil.Identity.FaktorKedua;
using Dukcapil.Identity.Pengguna;
using Dukcapil.Identity.Tampilan;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;
using QRCoder;

namespace Dukcapil.Identity.Masuk;

/// <summary>
/// Sets up the second factor: a QR code, and the first code as proof that the app has it. Until then the secret travels in the form, sealed for this user,
/// and nothing is stored.
/// </summary>
internal sealed class PendaftaranFaktorKedua(PelayananMasuk masuk, IDataProtectionProvider pelindung)
{
    private const string Rahasia = "rahasia";
    private static readonly TimeSpan Berlaku = TimeSpan.FromMinutes(10);

    public ContentHttpResult Halaman(HttpContext http, Akun akun, string? salah, byte[]? rahasia = null)
    {
        rahasia ??= Totp.RahasiaBaru();
        using var qr = QRCodeGenerator.GenerateQrCode(Totp.Alamat(rahasia, akun.NamaPengguna), QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(qr);
        var gambar = "data:image/png;base64," + Convert.ToBase64String(png.GetGraphic(4));
        return Tampilan.Halaman.Buat(
            http, "Pasang faktor kedua", Html.Dari(
                $"""
                {Tampilan.Halaman.Salah(salah)}
                <p>Selain sandi, setiap masuk memerlukan kode dari telepon Anda. Pindai gambar ini dengan aplikasi autentikator, lalu isikan kode yang tampil.</p>
                <p><img class="qr" src="{gambar}" alt="Kode QR; isinya sama dengan kunci di bawah"></p>
                <p>Tanpa pemindai, ketik kunci ini di aplikasi: <span class="kode">{Totp.Teks(rahasia)}</span></p>
                <form method="post" action="{http.Request.Path}{http.Request.QueryString}">
                {Tampilan.Halaman.Segel(http)}
                <input type="hidden" name="{Rahasia}" value="{Pelindung(akun).Protect(Convert.ToBase64String(rahasia), Berlaku)}">
                <label for="kode">Kode enam angka</label>
                <input id="kode" name="kode" type="text" inputmode="numeric" autocomplete="one-time-code" required autofocus>
                <div><button type="submit">Pasang</button></div>
                </form>
                """),
            salah is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Recovery codes when the first code was right, else the page again.</summary>
    public async Task<(ContentHttpResult? Halaman, IReadOnlyList<string>? Kode)> TerimaAsync(HttpContext http, Akun akun)
    {
        byte[] rahasia;
        try
        {
            rahasia = Convert.FromBase64String(Pelindung(akun).Unprotect(http.Request.Form[Rahasia].ToString()));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return (Halaman(http, akun, "Halaman ini sudah terlalu lama terbuka. Pindai gambar yang baru."), null);
        }
        return await masuk.AktifkanAsync(akun, rahasia, http.Request.Form["kode"].ToString(), http.RequestAborted) is { } kode
            ? (null, kode)
            : (Halaman(http, akun, "Kode salah. Periksa jam telepon Anda.", rahasia), null);
    }

    /// <summary>Shows the recovery codes, once.</summary>
    public static ContentHttpResult Selesai(HttpContext http, IReadOnlyList<string> kode, string lanjut) => Tampilan.Halaman.Buat(
        http, "Kode pemulihan", Html.Dari(
            $"""
            <p>Faktor kedua terpasang. Simpan kode pemulihan ini di tempat aman; masing-masing menggantikan telepon satu kali, dan tidak ditampilkan lagi.</p>
            <ul class="kode">{Html.Gabung(kode.Select(k => Html.Dari($"<li>{k}</li>")))}</ul>
            <p><a href="{lanjut}">Lanjutkan</a></p>
            """));

    // Bound to the user: the secret of one page cannot be given to another's account.
    private ITimeLimitedDataProtector Pelindung(Akun akun) => pelindung.CreateProtector("faktor-kedua", akun.Id.ToString()).ToTimeLimitedDataProtector();
}
