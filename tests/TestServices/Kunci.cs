using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dukcapil.TestServices;

/// <summary>Access tokens (RFC 9068) for tests, signed with ES256.</summary>
public static class Kunci
{
    /// <summary>Who issues them, and for whom.</summary>
    public const string Issuer = "https://uji.dukcapil.invalid", Audience = "dukcapil";

    /// <summary>A token of this officer.</summary>
    public static string Token(ECDsa kunci, string id, TimeSpan berlaku, params string[] peran) => Token(kunci, Issuer, id, berlaku, peran);

    /// <summary>The same of another issuer.</summary>
    public static string Token(ECDsa kunci, string penerbit, string id, TimeSpan berlaku, string[] peran)
    {
        var kini = DateTimeOffset.UtcNow;
        var klaim = new JsonObject
        {
            ["iss"] = penerbit,
            ["aud"] = Audience,
            ["sub"] = id,
            ["name"] = "PETUGAS " + id.ToUpperInvariant(),
            ["kantor"] = "9901",
            ["peran"] = new JsonArray([.. peran.Select(p => (JsonNode)p)]),
            ["nbf"] = (kini - TimeSpan.FromMinutes(5)).ToUnixTimeSeconds(),
            ["exp"] = (kini + berlaku).ToUnixTimeSeconds(),
        };
        var badan = $"{Base64Url(JsonSerializer.SerializeToUtf8Bytes(new { alg = "ES256", typ = "at+jwt" }))}.{Base64Url(Encoding.UTF8.GetBytes(klaim.ToJsonString()))}";
        lock (kunci) return $"{badan}.{Base64Url(kunci.SignData(Encoding.ASCII.GetBytes(badan), HashAlgorithmName.SHA256))}";
    }

    private static string Base64Url(byte[] bita) => System.Buffers.Text.Base64Url.EncodeToString(bita);
}
