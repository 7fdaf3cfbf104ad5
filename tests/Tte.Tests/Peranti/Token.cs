using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dukcapil.Tte.Tests.Peranti;

/// <summary>Access tokens (RFC 9068) for tests, signed with ES256.</summary>
internal static class Token
{
    public static string Buat(ECDsa kunci, string issuer, string audience, string petugas, string peran)
    {
        var kini = DateTimeOffset.UtcNow;
        var klaim = new JsonObject
        {
            ["iss"] = issuer,
            ["aud"] = audience,
            ["sub"] = petugas,
            ["name"] = "PETUGAS " + petugas.ToUpperInvariant(),
            ["kantor"] = "9901",
            ["peran"] = new JsonArray(peran),
            ["nbf"] = (kini - TimeSpan.FromMinutes(5)).ToUnixTimeSeconds(),
            ["exp"] = (kini + TimeSpan.FromHours(1)).ToUnixTimeSeconds(),
        };
        var badan = $"{Base64Url(JsonSerializer.SerializeToUtf8Bytes(new { alg = "ES256", typ = "at+jwt" }))}.{Base64Url(Encoding.UTF8.GetBytes(klaim.ToJsonString()))}";
        return $"{badan}.{Base64Url(kunci.SignData(Encoding.ASCII.GetBytes(badan), HashAlgorithmName.SHA256))}";
    }

    private static string Base64Url(byte[] bita) => System.Buffers.Text.Base64Url.EncodeToString(bita);
}
