using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Web;
using Microsoft.IdentityModel.Tokens;

namespace Dukcapil.Identity.Tests.Peranti;

/// <summary>A browser as a person has it: cookies, forms with what is in them, no redirect followed unasked.</summary>
internal sealed partial class Peramban : IDisposable
{
    private readonly HttpClient http;

    public Peramban(Uri alamat, string userAgent)
    {
        http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookie, CheckCertificateRevocationList = true }) { BaseAddress = alamat, Timeout = TimeSpan.FromSeconds(100) };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent);
    }

    public CookieContainer Cookie { get; } = new();

    public async Task<Halaman> BukaAsync(string jalur) => await Halaman.DariAsync(await http.GetAsync(jalur));

    /// <summary>Fills in the first form of a page and sends it.</summary>
    public Task<Halaman> IsiAsync(Halaman halaman, params (string Nama, string Nilai)[] isian) => IsiAsync(halaman, null, isian);

    /// <summary>Fills in the form that goes to an address.</summary>
    public async Task<Halaman> IsiAsync(Halaman halaman, string? ke, params (string Nama, string Nilai)[] isian)
    {
        var formulir = halaman.Formulir(ke);
        return await KirimAsync(formulir.Ke, [.. formulir.Tersembunyi, .. isian]);
    }

    public async Task<Halaman> KirimAsync(string ke, params (string Nama, string Nilai)[] isian)
    {
        using var isi = new FormUrlEncodedContent(isian.Select(i => KeyValuePair.Create(i.Nama, i.Nilai)));
        return await Halaman.DariAsync(await http.PostAsync(ke, isi));
    }

    public Task<HttpResponseMessage> KirimAsync(HttpRequestMessage permintaan) => http.SendAsync(permintaan);

    /// <summary>Password, and the second factor when it is asked for; the page that comes then.</summary>
    public async Task<Halaman> MasukAsync(Pemakai pemakai, string sandi = Penerbit.SandiBaik, string jalur = "/masuk")
    {
        var halaman = await IsiAsync(await BukaAsync(jalur), ("nama", pemakai.NamaPengguna), ("sandi", sandi));
        if (halaman.Lanjut?.StartsWith("/masuk/kode", StringComparison.Ordinal) != true) return halaman;
        return await IsiAsync(await BukaAsync(halaman.Lanjut), ("kode", pemakai.Kode()));
    }

    /// <summary>The whole way of a program that people use: authorization with PKCE, login, code, tokens.</summary>
    public async Task<JsonElement> TokenAsync(Pemakai pemakai, string lingkup = "openid offline_access")
    {
        var (pembukti, tantangan) = Pkce();
        var minta = Otorisasi(tantangan, lingkup);
        var halaman = await BukaAsync(minta);
        Assert.Equal(HttpStatusCode.Redirect, halaman.Status);
        halaman = await MasukAsync(pemakai, jalur: halaman.Ke!);
        halaman = await BukaAsync(halaman.Lanjut!);
        return await TukarAsync(halaman.Kueri("code"), pembukti);
    }

    public static string Otorisasi(string tantangan, string lingkup = "openid offline_access", string alamatKembali = Penerbit.AlamatKembali, string metode = "S256") =>
        $"/connect/authorize?client_id={Penerbit.Aplikasi}&response_type=code&scope={Uri.EscapeDataString(lingkup)}&state=abc"
        + $"&redirect_uri={Uri.EscapeDataString(alamatKembali)}&code_challenge={tantangan}&code_challenge_method={metode}";

    public static (string Pembukti, string Tantangan) Pkce()
    {
        var pembukti = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        return (pembukti, Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(pembukti))));
    }

    public async Task<JsonElement> TukarAsync(string kode, string pembukti) => await MintaTokenAsync(
        ("grant_type", "authorization_code"), ("client_id", Penerbit.Aplikasi), ("code", kode), ("redirect_uri", Penerbit.AlamatKembali), ("code_verifier", pembukti));

    public async Task<JsonElement> SegarkanAsync(JsonElement token) => await MintaTokenAsync(
        ("grant_type", "refresh_token"), ("client_id", Penerbit.Aplikasi), ("refresh_token", token.GetProperty("refresh_token").GetString()!));

    /// <summary>The token endpoint's answer, tokens or error.</summary>
    public async Task<JsonElement> MintaTokenAsync(params (string Nama, string Nilai)[] isian)
    {
        using var isi = new FormUrlEncodedContent(isian.Select(i => KeyValuePair.Create(i.Nama, i.Nilai)));
        using var jawaban = await http.PostAsync("/connect/token", isi);
        return await jawaban.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>REST with a token.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Isi, HttpResponseMessage Jawaban)> RestAsync(
        HttpMethod metode, string jalur, string? token, object? isi = null, params (string Nama, string Nilai)[] kepala)
    {
        using var permintaan = new HttpRequestMessage(metode, jalur);
        if (isi is not null) permintaan.Content = isi is string teks ? new StringContent(teks, Encoding.UTF8, "application/json") : JsonContent.Create(isi);
        if (token is not null) permintaan.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        foreach (var (nama, nilai) in kepala) permintaan.Headers.TryAddWithoutValidation(nama, nilai);
        var jawaban = await http.SendAsync(permintaan);
        var teksJawaban = await jawaban.Content.ReadAsStringAsync();
        return (jawaban.StatusCode, teksJawaban.StartsWith('{') || teksJawaban.StartsWith('[') ? JsonSerializer.Deserialize<JsonElement>(teksJawaban) : default, jawaban);
    }

    public void Dispose() => http.Dispose();
}

/// <summary>An answer as a browser has it.</summary>
internal sealed partial record Halaman(HttpStatusCode Status, string Isi, string? Ke, HttpResponseMessage Jawaban)
{
    /// <summary>Where the page moves on to.</summary>
    public string? Lanjut => Pindah().Match(Isi) is { Success: true } m ? HttpUtility.HtmlDecode(m.Groups[1].Value) : null;

    public static async Task<Halaman> DariAsync(HttpResponseMessage jawaban) =>
        new(jawaban.StatusCode, await jawaban.Content.ReadAsStringAsync(), jawaban.Headers.Location?.OriginalString, jawaban);

    /// <summary>A value of the address it redirects to.</summary>
    public string Kueri(string nama) => HttpUtility.ParseQueryString(new Uri(Ke!).Query)[nama] ?? throw new InvalidOperationException($"{Ke} has no {nama}.");

    /// <summary>A form with its hidden fields and those that are filled in already.</summary>
    public (string Ke, IReadOnlyList<(string, string)> Tersembunyi) Formulir(string? ke = null)
    {
        foreach (Match m in BentukFormulir().Matches(Isi))
        {
            var alamat = HttpUtility.HtmlDecode(m.Groups[1].Value);
            if (ke is not null && alamat != ke) continue;
            return (alamat, [.. Tersembunyi().Matches(m.Groups[2].Value).Select(t => (t.Groups[1].Value, HttpUtility.HtmlDecode(t.Groups[2].Value)))]);
        }
        throw new InvalidOperationException($"No form to {ke} on: {Isi}");
    }

    [GeneratedRegex("""http-equiv="refresh" content="0;url=([^"]*)">""")]
    private static partial Regex Pindah();

    [GeneratedRegex("""<form method="post" action="([^"]*)">(.*?)</form>""", RegexOptions.Singleline)]
    private static partial Regex BentukFormulir();

    [GeneratedRegex("""<input type="hidden" name="([^"]*)" value="([^"]*)">""")]
    private static partial Regex Tersembunyi();
}
