using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Dukcapil.Identity.Tests.Peranti;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Dukcapil.Identity.Tests.Token;

/// <summary>Systems: a secret, or a key of their own.</summary>
public sealed class KlienSistem(PenerbitBersama bersama) : IClassFixture<PenerbitBersama>
{
    private Penerbit Penerbit => bersama.Penerbit;

    [Fact]
    public async Task A_system_with_its_secret_gets_its_scopes_and_no_others()
    {
        var rahasia = await DaftarAsync(Penerbit, new { id = "kelurahan-a", nama = "Kelurahan A", lingkup = new[] { "permohonan" } });
        using var peramban = Penerbit.Peramban();
        var token = new JsonWebToken((await MintaAsync(peramban, "kelurahan-a", rahasia!, "permohonan")).GetProperty("access_token").GetString());
        Assert.Equal(("kelurahan-a", "permohonan"), (token.Subject, token.GetClaim("scope").Value));
        Assert.DoesNotContain(token.Claims, c => c.Type is "peran" or "kantor");
        Assert.Equal("invalid_request", (await MintaAsync(peramban, "kelurahan-a", rahasia!, "ops")).GetProperty("error").GetString());
        Assert.Equal("invalid_client", (await MintaAsync(peramban, "kelurahan-a", rahasia + "x", "permohonan")).GetProperty("error").GetString());
        // Without a person there are no operations for persons.
        Assert.Equal(HttpStatusCode.Forbidden, (await peramban.RestAsync(HttpMethod.Get, "/api/v1/identitas/saya", token.EncodedToken)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await peramban.RestAsync(HttpMethod.Get, "/api/v1/identitas/pengguna", token.EncodedToken)).Status);
    }

    [Fact]
    public async Task A_system_that_has_not_been_given_a_secret_cannot_be_anybody()
    {
        var token = await Penerbit.TokenAsync("ADMIN_IDENTITAS");
        using var peramban = Penerbit.Peramban();
        await peramban.RestAsync(
            HttpMethod.Post, "/api/v1/identitas/klien", token, new { id = "tanpa-rahasia", nama = "X", lingkup = new[] { "permohonan" } }, ("Idempotency-Key", "k-tanpa"));
        Assert.True((await MintaAsync(peramban, "tanpa-rahasia", "", "permohonan")).TryGetProperty("error", out _));
        Assert.True((await MintaAsync(peramban, "tanpa-rahasia", "null", "permohonan")).TryGetProperty("error", out _));
        Assert.True((await peramban.MintaTokenAsync(("grant_type", "client_credentials"), ("client_id", "tanpa-rahasia"), ("scope", "permohonan"))).TryGetProperty("error", out _));
    }

    [Fact]
    public async Task A_system_proves_itself_with_its_own_key()
    {
        using var kunci = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var asing = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await DaftarAsync(Penerbit, new { id = "kelurahan-b", nama = "Kelurahan B", lingkup = new[] { "permohonan" }, jwks = Jwks(kunci) });
        using var peramban = Penerbit.Peramban();
        Assert.True((await DenganBuktiAsync(peramban, Bukti(kunci, "kelurahan-b", Penerbit.Alamat.AbsoluteUri))).TryGetProperty("access_token", out _));
        Dictionary<string, string> palsu = new()
        {
            ["kunci asing"] = Bukti(asing, "kelurahan-b", Penerbit.Alamat.AbsoluteUri),
            ["untuk penerbit lain"] = Bukti(kunci, "kelurahan-b", "https://lain.example/"),
            ["kedaluwarsa"] = Bukti(kunci, "kelurahan-b", Penerbit.Alamat.AbsoluteUri, DateTime.UtcNow.AddHours(-1)),
            ["atas nama lain"] = Bukti(kunci, "operator", Penerbit.Alamat.AbsoluteUri),
        };
        foreach (var (sebab, bukti) in palsu)
        {
            var jawaban = await DenganBuktiAsync(peramban, bukti);
            Assert.True(jawaban.TryGetProperty("error", out _), $"Accepted: {sebab}");
        }
    }

    [Fact]
    public async Task A_private_key_is_not_taken_as_a_public_one()
    {
        using var kunci = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var d = Base64UrlEncoder.Encode(kunci.ExportParameters(true).D);
        var token = await Penerbit.TokenAsync("ADMIN_IDENTITAS");
        using var peramban = Penerbit.Peramban();
        var jwks = JsonSerializer.Deserialize<JsonElement>(Jwks(kunci).GetRawText().Replace("\"kty\"", $"\"d\":\"{d}\",\"kty\"", StringComparison.Ordinal));
        var (status, _, _) = await peramban.RestAsync(
            HttpMethod.Post, "/api/v1/identitas/klien", token, new { id = "kelurahan-c", nama = "C", lingkup = new[] { "permohonan" }, jwks }, ("Idempotency-Key", "k-privat"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
    }

    [Fact]
    public async Task Nobody_gets_an_example_officer_where_there_are_none()
    {
        using var peramban = Penerbit.Peramban();
        var jawaban = await peramban.MintaTokenAsync(("grant_type", "urn:dukcapil:petugas-contoh"), ("client_id", Penerbit.Aplikasi), ("peran", "LOKET"));
        Assert.Equal("unauthorized_client", jawaban.GetProperty("error").GetString());
    }

    [Theory]
    [InlineData("password")]
    [InlineData("implicit")]
    [InlineData("urn:ietf:params:oauth:grant-type:token-exchange")]
    public async Task Other_ways_to_a_token_are_closed(string cara)
    {
        using var peramban = Penerbit.Peramban();
        var jawaban = await peramban.MintaTokenAsync(("grant_type", cara), ("client_id", Penerbit.Aplikasi), ("username", "admin"), ("password", "x"));
        Assert.Equal("unsupported_grant_type", jawaban.GetProperty("error").GetString());
    }

    /// <summary>Registers a client over REST; its secret when it is a system without key.</summary>
    internal static async Task<string?> DaftarAsync(Penerbit penerbit, object klien)
    {
        var token = await penerbit.TokenAsync("ADMIN_IDENTITAS");
        using var peramban = penerbit.Peramban();
        var (status, isi, _) = await peramban.RestAsync(HttpMethod.Post, "/api/v1/identitas/klien", token, klien, ("Idempotency-Key", Guid.NewGuid().ToString()));
        Assert.True(status == HttpStatusCode.Created, isi.ToString());
        if (!isi.TryGetProperty("lingkup", out _) || isi.TryGetProperty("jwks", out _)) return null;
        var (_, rahasia, _) = await peramban.RestAsync(HttpMethod.Post, $"/api/v1/identitas/klien/{isi.GetProperty("id").GetString()}/rahasia", token);
        return rahasia.GetProperty("rahasia").GetString();
    }

    internal static Task<JsonElement> MintaAsync(Peramban peramban, string id, string rahasia, string lingkup) =>
        peramban.MintaTokenAsync(("grant_type", "client_credentials"), ("client_id", id), ("client_secret", rahasia), ("scope", lingkup));

    private static Task<JsonElement> DenganBuktiAsync(Peramban peramban, string bukti) => peramban.MintaTokenAsync(
        ("grant_type", "client_credentials"), ("scope", "permohonan"), ("client_assertion", bukti),
        ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"));

    private static JsonElement Jwks(ECDsa kunci)
    {
        var q = kunci.ExportParameters(false).Q;
        return JsonSerializer.SerializeToElement(new
        {
            keys = new[] { new { kty = "EC", crv = "P-256", x = Base64UrlEncoder.Encode(q.X), y = Base64UrlEncoder.Encode(q.Y), kid = "satu", use = "sig", alg = "ES256" } },
        });
    }

    private static string Bukti(ECDsa kunci, string id, string untuk, DateTime? sampai = null) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = id,
        Audience = untuk,
        TokenType = "client-authentication+jwt",
        Subject = new ClaimsIdentity([new("sub", id), new("jti", Guid.NewGuid().ToString())]),
        NotBefore = (sampai ?? DateTime.UtcNow.AddMinutes(1)).AddMinutes(-2),
        IssuedAt = (sampai ?? DateTime.UtcNow.AddMinutes(1)).AddMinutes(-2),
        Expires = sampai ?? DateTime.UtcNow.AddMinutes(1),
        SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(kunci) { KeyId = "satu" }, SecurityAlgorithms.EcdsaSha256)
        {
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        },
    });
}
