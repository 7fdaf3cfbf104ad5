using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dukcapil.TestServices;

/// <summary>Keys for tests, and access tokens (RFC 9068) signed with ES256.</summary>
public static class Kunci
{
    /// <summary>Who issues them, and for whom.</summary>
    public const string Issuer = "https://uji.dukcapil.invalid", Audience = "dukcapil";

    /// <summary>A token of this officer, in the office under test.</summary>
    public static string Token(ECDsa kunci, string id, TimeSpan berlaku, params string[] peran) => Token(kunci, Issuer, id, berlaku, peran);

    /// <summary>The same of another issuer.</summary>
    public static string Token(ECDsa kunci, string penerbit, string id, TimeSpan berlaku, string[] peran) => Buat(kunci, penerbit, id, berlaku, Petugas(id, "9901", peran));

    /// <summary>A token of an officer of this office.</summary>
    public static string TokenDi(ECDsa kunci, string kantor, string id, TimeSpan berlaku, params string[] peran) => Buat(kunci, Issuer, id, berlaku, Petugas(id, kantor, peran));

    /// <summary>A token of a client system with these scopes.</summary>
    public static string TokenSistem(ECDsa kunci, string id, params string[] lingkup) =>
        Buat(kunci, Issuer, id, TimeSpan.FromHours(1), new JsonObject { ["scope"] = string.Join(' ', lingkup) });

    /// <summary>A key that signs the heads of the audit journal, as a setting has it (<c>Audit:Penanda:Kunci:…</c>).</summary>
    public static string PenandaAudit()
    {
        using var penanda = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Convert.ToBase64String(penanda.ExportPkcs8PrivateKey());
    }

    private static JsonObject Petugas(string id, string kantor, string[] peran) => new()
    {
        ["name"] = "PETUGAS " + id.ToUpperInvariant(),
        ["kantor"] = kantor,
        ["peran"] = new JsonArray([.. peran.Select(p => (JsonNode)p)]),
    };

    private static string Buat(ECDsa kunci, string penerbit, string id, TimeSpan berlaku, JsonObject klaim)
    {
        var kini = DateTimeOffset.UtcNow;
        klaim["iss"] = penerbit;
        klaim["aud"] = Audience;
        klaim["sub"] = id;
        klaim["nbf"] = (kini - TimeSpan.FromMinutes(5)).ToUnixTimeSeconds();
        klaim["exp"] = (kini + berlaku).ToUnixTimeSeconds();
        var badan = $"{Base64Url(JsonSerializer.SerializeToUtf8Bytes(new { alg = "ES256", typ = "at+jwt" }))}.{Base64Url(Encoding.UTF8.GetBytes(klaim.ToJsonString()))}";
        lock (kunci) return $"{badan}.{Base64Url(kunci.SignData(Encoding.ASCII.GetBytes(badan), HashAlgorithmName.SHA256))}";
    }

    private static string Base64Url(byte[] bita) => System.Buffers.Text.Base64Url.EncodeToString(bita);
}
