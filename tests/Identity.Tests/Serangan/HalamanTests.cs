using System.Net;
using Dukcapil.Identity.Masuk;
using Dukcapil.Identity.Tests.Peranti;

namespace Dukcapil.Identity.Tests.Serangan;

/// <summary>Attacks through the pages: forged forms, foreign addresses, markup in text fields.</summary>
public sealed class HalamanTests(PenerbitBersama bersama) : IClassFixture<PenerbitBersama>
{
    private const string Skrip = "<script>alert(1)</script>", SkripAtribut = "\"><img src=x onerror=alert(1)>";

    private Penerbit Penerbit => bersama.Penerbit;

    [Fact]
    public async Task A_form_of_another_site_is_refused()
    {
        var korban = await Penerbit.PemakaiAsync("ADMIN_IDENTITAS");
        using var peramban = Penerbit.Peramban();
        // Login CSRF: the victim would work in the attacker's account.
        Assert.Equal(HttpStatusCode.BadRequest, (await peramban.KirimAsync("/masuk", ("nama", korban.NamaPengguna), ("sandi", Penerbit.SandiBaik))).Status);
        await peramban.MasukAsync(korban);
        using var penyerang = Penerbit.Peramban();
        await penyerang.MasukAsync(await Penerbit.PemakaiAsync("LOKET"));
        var segelPenyerang = (await penyerang.BukaAsync("/akun")).Formulir().Tersembunyi[0].Item2;
        foreach (var jalur in (string[])
            ["/akun/sesi/cabut", "/akun/sandi", "/akun/kode-pemulihan", "/masuk/keluar", "/kelola/pengguna/baru", "/kelola/kantor", "/kelola/klien",
                $"/kelola/pengguna/{korban.Id}", $"/kelola/pengguna/{korban.Id}/sandi-sekali", $"/kelola/pengguna/{korban.Id}/hapus-faktor-kedua"])
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await peramban.KirimAsync(jalur, ("semua", "ya"))).Status);
            // A token that the attacker got for himself does not fit the victim's session.
            Assert.Equal(HttpStatusCode.BadRequest, (await peramban.KirimAsync(jalur, ("semua", "ya"), ("segel", segelPenyerang))).Status);
        }
        Assert.Equal(HttpStatusCode.OK, (await peramban.BukaAsync("/akun")).Status);
    }

    [Theory]
    [InlineData("https://jahat.example/")]
    [InlineData("//jahat.example/akun")]
    [InlineData("/\\jahat.example/akun")]
    [InlineData("\\/\\/jahat.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/akun@jahat.example")]
    [InlineData("/akunjahat")]
    [InlineData("/connect/authorize\r\nSet-Cookie: a=b")]
    [InlineData("/masuk?kembali=https://jahat.example")]
    public async Task A_login_leads_to_our_own_pages_only(string kembali)
    {
        Assert.Equal("/akun", AlamatKembali.Aman(kembali));
        using var peramban = Penerbit.Peramban();
        var halaman = await peramban.MasukAsync(await Penerbit.PemakaiAsync("LOKET"), jalur: "/masuk?kembali=" + Uri.EscapeDataString(kembali));
        Assert.Equal("/akun", halaman.Lanjut);
        Assert.DoesNotContain("jahat", halaman.Isi, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/akun")]
    [InlineData("/kelola/pengguna/baru")]
    [InlineData("/connect/authorize?client_id=a&redirect_uri=https%3A%2F%2Fb")]
    public void It_may_lead_to_these(string kembali) => Assert.Equal(kembali, AlamatKembali.Aman(kembali));

    [Fact]
    public async Task Markup_in_a_text_field_stays_text_on_every_page()
    {
        var admin = await Penerbit.PemakaiAsync(true, "Admin " + SkripAtribut, "ADMIN_IDENTITAS");
        using var peramban = Penerbit.Peramban("Peramban " + SkripAtribut);
        await peramban.MasukAsync(admin);
        var baru = await peramban.IsiAsync(
            await peramban.BukaAsync("/kelola/pengguna/baru"), ("namaPengguna", "korban-xss"), ("nama", Skrip), ("kantor", "9901"), ("peran", "LOKET"));
        Assert.Equal(HttpStatusCode.Redirect, baru.Status);
        await peramban.IsiAsync(
            await peramban.BukaAsync("/kelola/kantor"), ("kode", "XSS"), ("nama", "Kantor " + SkripAtribut), ("wilayah", "99.01"), ("zona", "Asia/Jakarta"));
        await peramban.IsiAsync(await peramban.BukaAsync("/kelola/klien"), "/kelola/klien", ("id", "klien-xss"), ("nama", Skrip), ("lingkup", "permohonan"));

        List<Halaman> halaman =
        [
            await peramban.BukaAsync("/akun"), await peramban.BukaAsync("/kelola"), await peramban.BukaAsync(baru.Ke!), await peramban.BukaAsync("/kelola/kantor"),
            await peramban.BukaAsync("/kelola/klien"), await peramban.BukaAsync("/kelola/pengguna/baru"),
            await peramban.BukaAsync("/masuk?kembali=" + Uri.EscapeDataString("/akun/" + SkripAtribut)),
            await peramban.IsiAsync(await peramban.BukaAsync("/masuk"), ("nama", Skrip), ("sandi", SkripAtribut)),
            await peramban.IsiAsync(await peramban.BukaAsync("/kelola/pengguna/baru"), ("namaPengguna", Skrip), ("nama", SkripAtribut), ("kantor", Skrip), ("peranLain", SkripAtribut)),
            await peramban.IsiAsync(await peramban.BukaAsync(baru.Ke!), baru.Ke, ("nama", Skrip), ("kantor", SkripAtribut), ("peranLain", Skrip)),
            await peramban.IsiAsync(await peramban.BukaAsync("/kelola/kantor"), ("kode", Skrip), ("nama", SkripAtribut), ("wilayah", Skrip), ("zona", Skrip)),
            await peramban.IsiAsync(await peramban.BukaAsync("/kelola/klien"), "/kelola/klien", ("id", Skrip), ("nama", SkripAtribut), ("alamatKembali", "https://x/" + SkripAtribut)),
            await peramban.BukaAsync(Peramban.Otorisasi(Skrip, SkripAtribut, "https://x/" + SkripAtribut)),
            await peramban.BukaAsync("/kelola/pengguna/" + Uri.EscapeDataString(Skrip)),
        ];
        foreach (var h in halaman)
        {
            if (h.Jawaban.Content.Headers.ContentType?.MediaType != "text/html") continue;
            Assert.DoesNotContain("<script", h.Isi, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img src=x", h.Isi, StringComparison.OrdinalIgnoreCase);
        }
        Assert.Contains("&lt;script&gt;", halaman[1].Isi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_run_no_script_load_nothing_from_elsewhere_and_stand_in_no_frame()
    {
        using var peramban = Penerbit.Peramban();
        var halaman = await peramban.BukaAsync("/masuk");
        var csp = halaman.Jawaban.Headers.GetValues("Content-Security-Policy").Single();
        foreach (var aturan in (string[])["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"])
            Assert.Contains(aturan, csp, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", csp, StringComparison.Ordinal);
        Assert.DoesNotContain("http", halaman.Isi.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("nosniff", halaman.Jawaban.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("no-store", halaman.Jawaban.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_TLS_cookies_insist_on_it_and_so_does_the_browser()
    {
        await using var penerbit = await Penerbit.MulaiAsync(new Dictionary<string, string?> { ["Auth:Issuer"] = "https://masuk.dukcapil.example/" });
        using var peramban = penerbit.Peramban();
        using var permintaan = new HttpRequestMessage(HttpMethod.Get, "/masuk");
        // As the gateway passes it on.
        permintaan.Headers.Add("X-Forwarded-Host", "apa.saja");
        using var jawaban = await peramban.KirimAsync(permintaan);
        var cookie = jawaban.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Host-formulir=", cookie, StringComparison.Ordinal);
        foreach (var sifat in (string[])["secure", "httponly", "samesite=strict", "path=/"]) Assert.Contains(sifat, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("max-age=31536000", jawaban.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        using var penemuan = new HttpRequestMessage(HttpMethod.Get, "/.well-known/openid-configuration");
        penemuan.Headers.Add("X-Forwarded-Host", "jahat.example");
        using var isi = await peramban.KirimAsync(penemuan);
        var teks = await isi.Content.ReadAsStringAsync();
        Assert.Contains("https://masuk.dukcapil.example/connect/token", teks, StringComparison.Ordinal);
        Assert.DoesNotContain("jahat.example", teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_other_origin_may_read_an_answer()
    {
        using var peramban = Penerbit.Peramban();
        using var permintaan = new HttpRequestMessage(HttpMethod.Options, "/api/v1/identitas/saya");
        permintaan.Headers.Add("Origin", "https://jahat.example");
        permintaan.Headers.Add("Access-Control-Request-Method", "GET");
        using var jawaban = await peramban.KirimAsync(permintaan);
        Assert.DoesNotContain(jawaban.Headers, h => h.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }
}
