using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Dukcapil.Identity.Database;
using Dukcapil.Identity.Oidc;
using Dukcapil.Identity.Tests.Peranti;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Dukcapil.Identity.Tests.Serangan;

/// <summary>A proof of a client that somebody has copied on its way.</summary>
public sealed class PutarUlang(PenerbitBersama bersama) : IClassFixture<PenerbitBersama>
{
    private Penerbit Penerbit => bersama.Penerbit;

    [Fact]
    public async Task A_proof_is_taken_once_also_when_it_comes_eight_times_at_once()
    {
        using var kunci = await DaftarAsync("putar-a");
        using var peramban = Penerbit.Peramban();
        var bukti = Bukti(kunci, "putar-a", "satu", TimeSpan.FromMinutes(1));
        var jawaban = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => MintaAsync(peramban, bukti)));
        Assert.Single(jawaban, j => j.TryGetProperty("access_token", out _));
        Assert.All(jawaban.Where(j => j.TryGetProperty("error", out _)), j => Assert.Equal("invalid_client", j.GetProperty("error").GetString()));
        Assert.True((await MintaAsync(peramban, Bukti(kunci, "putar-a", "dua", TimeSpan.FromMinutes(1)))).TryGetProperty("access_token", out _));
    }

    [Fact]
    public async Task The_same_number_of_another_client_is_its_own()
    {
        using var satu = await DaftarAsync("putar-b");
        using var dua = await DaftarAsync("putar-c");
        using var peramban = Penerbit.Peramban();
        Assert.True((await MintaAsync(peramban, Bukti(satu, "putar-b", "sama", TimeSpan.FromMinutes(1)))).TryGetProperty("access_token", out _));
        Assert.True((await MintaAsync(peramban, Bukti(dua, "putar-c", "sama", TimeSpan.FromMinutes(1)))).TryGetProperty("access_token", out _));
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("lama", 600)]
    public async Task A_proof_that_could_not_be_told_from_its_copy_is_refused(string? jti, int menit)
    {
        var id = "putar-" + (jti ?? "tanpa");
        using var kunci = await DaftarAsync(id);
        using var peramban = Penerbit.Peramban();
        Assert.Equal("invalid_client", (await MintaAsync(peramban, Bukti(kunci, id, jti, TimeSpan.FromMinutes(menit)))).GetProperty("error").GetString());
    }

    [Fact]
    public async Task Proofs_that_have_ended_are_forgotten()
    {
        await using var penerbit = await Penerbit.MulaiAsync();
        await penerbit.DenganAsync(async layanan =>
        {
            var db = layanan.GetRequiredService<IdentityDb>();
            db.AddRange(
                new Klien.BuktiTerpakai { Hash = "lama", BerakhirPada = penerbit.Jam.GetUtcNow().AddDays(-2) }, new Klien.BuktiTerpakai { Hash = "baru", BerakhirPada = penerbit.Jam.GetUtcNow() });
            await db.SaveChangesAsync();
            await layanan.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<Pembersih>().Single().BersihkanAsync(CancellationToken.None);
            Assert.Equal(["baru"], await db.BuktiTerpakai.Select(b => b.Hash).ToListAsync());
        });
    }

    private async Task<ECDsa> DaftarAsync(string id)
    {
        var kunci = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var q = kunci.ExportParameters(false).Q;
        var jwks = new { keys = new[] { new { kty = "EC", crv = "P-256", x = Base64UrlEncoder.Encode(q.X), y = Base64UrlEncoder.Encode(q.Y), kid = "satu", use = "sig", alg = "ES256" } } };
        await Token.KlienSistem.DaftarAsync(Penerbit, new { id, nama = id, lingkup = new[] { "permohonan" }, jwks });
        return kunci;
    }

    private static Task<JsonElement> MintaAsync(Peramban peramban, string bukti) => peramban.MintaTokenAsync(
        ("grant_type", "client_credentials"), ("scope", "permohonan"), ("client_assertion", bukti),
        ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"));

    private string Bukti(ECDsa kunci, string id, string? jti, TimeSpan berlaku) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = id,
        Audience = Penerbit.Alamat.AbsoluteUri,
        TokenType = "client-authentication+jwt",
        Subject = new ClaimsIdentity(jti is null ? [new("sub", id)] : [new("sub", id), new("jti", jti)]),
        Expires = DateTime.UtcNow + berlaku,
        SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(kunci) { KeyId = "satu" }, SecurityAlgorithms.EcdsaSha256)
        {
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        },
    });
}
