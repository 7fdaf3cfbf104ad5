using System.Net;
using System.Text.Json;
using Dukcapil.Identity.Tests.Peranti;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Dukcapil.Identity.Tests.Masuk;

/// <summary>A program that people use: authorization code with PKCE, over HTTP from end to end.</summary>
public sealed class AlurPkce(PenerbitBersama bersama) : IClassFixture<PenerbitBersama>
{
    private Penerbit Penerbit => bersama.Penerbit;

    [Fact]
    public async Task A_login_with_second_factor_ends_in_a_token_that_says_who_where_and_with_which_roles()
    {
        var petugas = await Penerbit.PemakaiAsync("LOKET", "SUPERVISOR");
        using var peramban = Penerbit.Peramban();
        var token = await peramban.TokenAsync(petugas);

        var akses = new JsonWebToken(token.GetProperty("access_token").GetString());
        Assert.Equal(("ES256", "at+jwt"), (akses.Alg, akses.Typ));
        Assert.Equal(Penerbit.Alamat.AbsoluteUri, akses.Issuer);
        Assert.Equal([Penerbit.Audience], akses.Audiences);
        Assert.Equal(petugas.Id.ToString(), akses.Subject);
        Assert.Equal("9901", akses.GetClaim("kantor").Value);
        Assert.Equal(["LOKET", "SUPERVISOR"], akses.Claims.Where(c => c.Type == "peran").Select(c => c.Value).Order());
        Assert.Equal(15 * 60, (akses.ValidTo - akses.IssuedAt).TotalSeconds);
        Assert.NotNull(token.GetProperty("id_token").GetString());

        var (status, saya, _) = await peramban.RestAsync(HttpMethod.Get, "/api/v1/identitas/saya", akses.EncodedToken);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("Petugas Uji", saya.GetProperty("nama").GetString());
    }

    [Fact]
    public async Task Discovery_names_the_endpoints_and_the_keys_that_sign()
    {
        using var peramban = Penerbit.Peramban();
        var (_, isi, _) = await peramban.RestAsync(HttpMethod.Get, "/.well-known/openid-configuration", null);
        Assert.Equal(Penerbit.Alamat.AbsoluteUri, isi.GetProperty("issuer").GetString());
        Assert.Equal(["S256"], isi.GetProperty("code_challenge_methods_supported").EnumerateArray().Select(m => m.GetString()));
        var (_, kunci, _) = await peramban.RestAsync(HttpMethod.Get, new Uri(isi.GetProperty("jwks_uri").GetString()!).PathAndQuery, null);
        var satu = Assert.Single(kunci.GetProperty("keys").EnumerateArray());
        Assert.Equal(("EC", "P-256"), (satu.GetProperty("kty").GetString(), satu.GetProperty("crv").GetString()));
        Assert.False(satu.TryGetProperty("d", out JsonElement _), "The private half is in the JWKS.");
    }

    [Fact]
    public async Task A_second_program_on_the_same_browser_needs_no_second_login()
    {
        var petugas = await Penerbit.PemakaiAsync("LOKET");
        using var peramban = Penerbit.Peramban();
        await peramban.TokenAsync(petugas);
        var (pembukti, tantangan) = Peramban.Pkce();
        var langsung = await peramban.BukaAsync(Peramban.Otorisasi(tantangan));
        Assert.StartsWith(Penerbit.AlamatKembali, langsung.Ke, StringComparison.Ordinal);
        Assert.True((await peramban.TukarAsync(langsung.Kueri("code"), pembukti)).TryGetProperty("access_token", out _));
    }

    [Fact]
    public async Task A_code_is_worth_nothing_without_its_verifier_and_nothing_a_second_time()
    {
        using var peramban = await MasukAsync();
        var (pembukti, tantangan) = Peramban.Pkce();
        var kode = (await peramban.BukaAsync(Peramban.Otorisasi(tantangan))).Kueri("code");
        Galat("invalid_grant", await peramban.TukarAsync(kode, Peramban.Pkce().Pembukti));

        kode = (await peramban.BukaAsync(Peramban.Otorisasi(tantangan))).Kueri("code");
        var token = await peramban.TukarAsync(kode, pembukti);
        Assert.True(token.TryGetProperty("refresh_token", out _));
        Galat("invalid_grant", await peramban.TukarAsync(kode, pembukti));
        // Who came second may be the thief, or the thief was first: what the code gave is taken back.
        Galat("invalid_grant", await peramban.SegarkanAsync(token));
    }

    [Theory]
    [InlineData("", "S256")]
    [InlineData("tantangan-polos-tantangan-polos-tantangan-po", "plain")]
    public async Task Without_a_hashed_challenge_there_is_no_code(string tantangan, string metode)
    {
        using var peramban = await MasukAsync();
        var halaman = await peramban.BukaAsync(Peramban.Otorisasi(tantangan, metode: metode));
        Assert.DoesNotContain("code=", halaman.Ke ?? "", StringComparison.Ordinal);
        Assert.Contains("invalid_request", (halaman.Ke ?? "") + halaman.Isi, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/kembali/lain")]
    [InlineData("http://127.0.0.1:9/kembali@jahat.example")]
    [InlineData("https://jahat.example/kembali")]
    [InlineData("http://127.0.0.1:9/kembali#potong")]
    public async Task A_code_goes_to_registered_addresses_only(string alamat)
    {
        using var peramban = await MasukAsync();
        var halaman = await peramban.BukaAsync(Peramban.Otorisasi(Peramban.Pkce().Tantangan, alamatKembali: alamat));
        Assert.Null(halaman.Ke);
        Assert.Equal(HttpStatusCode.BadRequest, halaman.Status);
    }

    [Fact]
    public async Task An_officer_cannot_ask_for_the_scope_of_a_system()
    {
        using var peramban = await MasukAsync();
        var halaman = await peramban.BukaAsync(Peramban.Otorisasi(Peramban.Pkce().Tantangan, "openid ops"));
        Assert.DoesNotContain("code=", halaman.Ke ?? "", StringComparison.Ordinal);
    }

    private async Task<Peramban> MasukAsync()
    {
        var peramban = Penerbit.Peramban();
        var halaman = await peramban.MasukAsync(await Penerbit.PemakaiAsync("LOKET"));
        Assert.Equal("/akun", halaman.Lanjut);
        return peramban;
    }

    private static void Galat(string kode, JsonElement jawaban) => Assert.Equal(kode, jawaban.GetProperty("error").GetString());
}
