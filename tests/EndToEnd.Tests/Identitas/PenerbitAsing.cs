using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dukcapil.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dukcapil.EndToEnd.Tests.Identitas;

/// <summary>
/// The OIDC issuer of somebody else, as far as our services see one: a discovery document, keys, and tokens with other names for everything (RS256, type
/// JWT, roles within an object, scopes as a list).
/// </summary>
internal sealed class PenerbitAsing(Uri alamat) : IAsyncDisposable
{
    private readonly RSA kunci = RSA.Create(2048);
    private WebApplication? app;

    /// <summary>Settings with which our services accept it.</summary>
    public Dictionary<string, string?> Setelan => new()
    {
        ["DUKCAPIL_Identity__Aktif"] = "false",
        ["DUKCAPIL_Auth__Issuer"] = Issuer,
        ["DUKCAPIL_Auth__Audience"] = "layanan-kk",
        ["DUKCAPIL_Auth__Algoritma"] = "RS256",
        ["DUKCAPIL_Auth__JenisToken"] = "JWT",
        ["DUKCAPIL_Auth__Klaim__Id"] = "uid",
        ["DUKCAPIL_Auth__Klaim__Nama"] = "https://asing.example/nama",
        ["DUKCAPIL_Auth__Klaim__Kantor"] = "unit_kerja",
        ["DUKCAPIL_Auth__Klaim__Peran"] = "realm_access.roles",
        ["DUKCAPIL_Auth__Klaim__Lingkup"] = "scp",
    };

    private string Issuer => alamat.AbsoluteUri + "realms/dinas";

    public async Task NyalakanAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(alamat.AbsoluteUri);
        app = builder.Build();
        app.MapGet("/realms/dinas/.well-known/openid-configuration", () => TypedResults.Json(new { issuer = Issuer, jwks_uri = alamat.AbsoluteUri + "realms/dinas/certs" }));
        var publik = kunci.ExportParameters(false);
        app.MapGet("/realms/dinas/certs", () => TypedResults.Json(
            new { keys = new[] { new { kty = "RSA", kid = "asing-1", use = "sig", alg = "RS256", n = B64(publik.Modulus!), e = B64(publik.Exponent!) } } }));
        await app.StartAsync();
    }

    public async Task PadamkanAsync()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
        app = null;
    }

    /// <summary>Token of an officer of office 9901.</summary>
    public string Petugas(string id, params string[] peran) => Tanda(new JsonObject
    {
        ["uid"] = id,
        ["https://asing.example/nama"] = "PETUGAS " + id,
        ["unit_kerja"] = "9901",
        ["realm_access"] = new JsonObject { ["roles"] = new JsonArray([.. peran.Select(p => (JsonNode)p)]) },
        // Under our names it says something else, which must not count.
        ["peran"] = "OPS",
        ["kantor"] = "9902",
        ["sub"] = "bukan-ini",
    });

    /// <summary>Token of a client system.</summary>
    public string Sistem(string id) => Tanda(new JsonObject { ["uid"] = id, ["scp"] = new JsonArray("lain", "permohonan") });

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await PadamkanAsync();
        kunci.Dispose();
    }

    private string Tanda(JsonObject klaim)
    {
        klaim["iss"] = Issuer;
        klaim["aud"] = "layanan-kk";
        klaim["exp"] = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds();
        var badan = $"{B64(JsonSerializer.SerializeToUtf8Bytes(new { alg = "RS256", typ = "JWT", kid = "asing-1" }))}.{B64(Encoding.UTF8.GetBytes(klaim.ToJsonString()))}";
        lock (kunci) return $"{badan}.{B64(kunci.SignData(Encoding.ASCII.GetBytes(badan), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string B64(byte[] bita) => System.Buffers.Text.Base64Url.EncodeToString(bita);
}
