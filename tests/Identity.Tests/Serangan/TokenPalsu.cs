using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dukcapil.Identity.Tests.Peranti;

namespace Dukcapil.Identity.Tests.Serangan;

/// <summary>Tokens made by hand (RFC 7515), so that what is accepted is not decided by the library that makes them.</summary>
public sealed class TokenPalsu(PenerbitBersama bersama) : IClassFixture<PenerbitBersama>
{
    private Penerbit Penerbit => bersama.Penerbit;

    [Fact]
    public async Task A_token_made_by_hand_with_the_real_key_is_accepted_so_that_the_refusals_below_mean_something() =>
        Assert.Equal(HttpStatusCode.OK, await CobaAsync(Es256(Kepala(), Isi(), Kunci)));

    [Fact]
    public async Task A_forged_token_is_refused()
    {
        using var asing = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var publik = Kunci.ExportSubjectPublicKeyInfo();
        var jujur = Es256(Kepala(), Isi(), Kunci);
        var bagian = jujur.Split('.');
        var serangan = new Dictionary<string, string>
        {
            ["kunci asing dengan kid kita"] = Es256(Kepala(), Isi(), asing),
            ["kunci asing di dalam kepala (jwk)"] = Es256(Kepala(jwk: asing), Isi(), asing),
            ["isi diganti"] = $"{bagian[0]}.{B64(Isi(peran: "ADMIN_IDENTITAS", untuk: "dukcapil"))}.{bagian[2]}",
            ["alg none"] = $"{B64(Kepala(alg: "none"))}.{B64(Isi())}.",
            ["alg None"] = $"{B64(Kepala(alg: "None"))}.{B64(Isi())}.",
            ["tanpa tanda tangan"] = $"{bagian[0]}.{bagian[1]}.",
            ["HS256 dengan kunci publik DER"] = Hs256(Isi(), publik),
            ["HS256 dengan kunci publik PEM"] = Hs256(Isi(), Encoding.ASCII.GetBytes(Kunci.ExportSubjectPublicKeyInfoPem())),
            ["HS256 dengan rahasia kosong"] = Hs256(Isi(), []),
            ["untuk layanan lain"] = Es256(Kepala(), Isi(untuk: "layanan-lain"), Kunci),
            ["penerbit lain"] = Es256(Kepala(), Isi(penerbit: "https://jahat.example/"), Kunci),
            ["kedaluwarsa"] = Es256(Kepala(), Isi(sampai: -120), Kunci),
            ["belum berlaku"] = Es256(Kepala(), Isi(dari: 3600, sampai: 7200), Kunci),
            ["tanpa akhir"] = Es256(Kepala(), Isi(sampai: null), Kunci),
            ["token identitas sebagai token akses"] = Es256(Kepala(typ: "JWT"), Isi(), Kunci),
            ["tanpa pemilik"] = Es256(Kepala(), Isi(sub: null), Kunci),
            ["tanda tangan nol (CVE-2022-21449)"] = $"{bagian[0]}.{bagian[1]}.{Convert.ToBase64String(new byte[64]).TrimEnd('=')}",
        };
        foreach (var (nama, token) in serangan)
        {
            var status = await CobaAsync(token);
            Assert.True(status == HttpStatusCode.Unauthorized, $"{nama}: {status}");
        }
    }

    [Fact]
    public async Task The_identity_token_of_a_login_opens_no_api()
    {
        using var peramban = Penerbit.Peramban();
        var token = await peramban.TokenAsync(await Penerbit.PemakaiAsync("LOKET"));
        Assert.Equal(HttpStatusCode.Unauthorized, await CobaAsync(token.GetProperty("id_token").GetString()!));
        Assert.Equal(HttpStatusCode.Unauthorized, await CobaAsync(token.GetProperty("refresh_token").GetString()!));
    }

    [Fact]
    public void A_setting_that_would_let_in_shared_secrets_or_unsigned_tokens_stops_the_start()
    {
        foreach (var alg in (string[])["HS256", "none", "ES256,HS512"])
        {
            var konfigurasi = new Microsoft.Extensions.Configuration.ConfigurationBuilder().AddInMemory(("Auth:Issuer", "https://x"), ("Auth:Audience", "y"), ("Auth:Algoritma", alg));
            Assert.Throws<InvalidOperationException>(() => new ServiceDefaults.Auth.PenerbitToken(konfigurasi));
        }
    }

    private ECDsa Kunci => Penerbit.Kunci.Penanda[0].Pasangan;

    private async Task<HttpStatusCode> CobaAsync(string token)
    {
        using var peramban = Penerbit.Peramban();
        return (await peramban.RestAsync(HttpMethod.Get, "/api/v1/identitas/saya", token)).Status;
    }

    private byte[] Kepala(string alg = "ES256", string typ = "at+jwt", ECDsa? jwk = null) => JsonSerializer.SerializeToUtf8Bytes(jwk is null
        ? new Dictionary<string, object> { ["alg"] = alg, ["typ"] = typ, ["kid"] = Penerbit.Kunci.Penanda[0].Id }
        : new Dictionary<string, object>
        {
            ["alg"] = alg,
            ["typ"] = typ,
            ["jwk"] = new { kty = "EC", crv = "P-256", x = B64(jwk.ExportParameters(false).Q.X!), y = B64(jwk.ExportParameters(false).Q.Y!) },
        });

    private byte[] Isi(string? sub = "uji", string peran = "LOKET", string untuk = Penerbit.Audience, string? penerbit = null, int dari = -60, int? sampai = 600)
    {
        var kini = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var isi = new Dictionary<string, object> { ["iss"] = penerbit ?? Penerbit.Alamat.AbsoluteUri, ["aud"] = untuk, ["nbf"] = kini + dari, ["peran"] = peran, ["kantor"] = "9901" };
        if (sub is not null) isi["sub"] = sub;
        if (sampai is not null) isi["exp"] = kini + sampai;
        return JsonSerializer.SerializeToUtf8Bytes(isi);
    }

    private static string Es256(byte[] kepala, byte[] isi, ECDsa kunci)
    {
        var badan = $"{B64(kepala)}.{B64(isi)}";
        return $"{badan}.{B64(kunci.SignData(Encoding.ASCII.GetBytes(badan), HashAlgorithmName.SHA256))}";
    }

    private string Hs256(byte[] isi, byte[] rahasia)
    {
        var badan = $"{B64(Kepala(alg: "HS256"))}.{B64(isi)}";
        return $"{badan}.{B64(HMACSHA256.HashData(rahasia, Encoding.ASCII.GetBytes(badan)))}";
    }

    private static string B64(byte[] bita) => System.Buffers.Text.Base64Url.EncodeToString(bita);
}
