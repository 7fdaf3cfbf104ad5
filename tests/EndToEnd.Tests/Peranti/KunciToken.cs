using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dukcapil.EndToEnd.Tests.Peranti;

/// <summary>
/// Makes access tokens by hand (RFC 7515, RFC 9068), good and bad ones, so that what the services accept is not decided by the library they use.
/// </summary>
internal sealed class KunciToken(ECDsa kunci, string kid, string issuer, string audience)
{
    /// <summary>Token of an officer of office 9901 with one or more roles.</summary>
    public string Petugas(string id, params string[] peran) => Tanda(KlaimPetugas(id, peran));

    /// <summary>Token of an officer of another office.</summary>
    public string PetugasKantorLain(string id, params string[] peran)
    {
        var klaim = KlaimPetugas(id, peran);
        klaim["kantor"] = "9902";
        return Tanda(klaim);
    }

    /// <summary>Token of a client system that files applications and sees what becomes of them.</summary>
    public string Sistem(string id) => Tanda(new JsonObject { ["sub"] = id, ["scope"] = "permohonan dokumen buku" });

    /// <summary>Token of a client system with these scopes.</summary>
    public string SistemDengan(string id, params string[] lingkup) => Tanda(new JsonObject { ["sub"] = id, ["scope"] = string.Join(' ', lingkup) });

    /// <summary>Signed properly, for another audience.</summary>
    public string UntukLayananLain() => Tanda(KlaimPetugas("loket-1", "LOKET"), untuk: "layanan-lain");

    /// <summary>Signed properly, ended an hour ago.</summary>
    public string Kedaluwarsa() => Tanda(KlaimPetugas("loket-1", "LOKET"), berlaku: TimeSpan.FromHours(-1));

    /// <summary>Unsigned: <c>alg: none</c> (RFC 7518 section 3.6).</summary>
    public string TanpaTandaTangan() => Badan("none", KlaimPetugas("loket-1", "LOKET"), audience, TimeSpan.FromHours(1)) + ".";

    /// <summary>Signed with HS256, the public key's text being the secret: the classic confusion of algorithms.</summary>
    public string RahasiaDariKunciUmum()
    {
        var badan = Badan("HS256", KlaimPetugas("loket-1", "LOKET"), audience, TimeSpan.FromHours(1));
        var rahasia = Encoding.ASCII.GetBytes(kunci.ExportSubjectPublicKeyInfoPem());
        return $"{badan}.{Base64Url(HMACSHA256.HashData(rahasia, Encoding.ASCII.GetBytes(badan)))}";
    }

    /// <summary>Signed with a key that nobody here knows.</summary>
    public string KunciAsing()
    {
        using var asing = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new KunciToken(asing, kid, issuer, audience).Petugas("loket-1", "LOKET");
    }

    private static JsonObject KlaimPetugas(string id, params string[] peran) => new()
    {
        ["sub"] = id,
        ["name"] = $"PETUGAS {id.ToUpperInvariant()}",
        ["kantor"] = "9901",
        ["peran"] = new JsonArray([.. peran.Select(p => (JsonNode)p)]),
    };

    private string Tanda(JsonObject klaim, string? untuk = null, TimeSpan? berlaku = null)
    {
        var badan = Badan("ES256", klaim, untuk ?? audience, berlaku ?? TimeSpan.FromHours(1));
        lock (kunci) return $"{badan}.{Base64Url(kunci.SignData(Encoding.ASCII.GetBytes(badan), HashAlgorithmName.SHA256))}";
    }

    private string Badan(string alg, JsonObject klaim, string untuk, TimeSpan berlaku)
    {
        var kini = DateTimeOffset.UtcNow;
        klaim["iss"] = issuer;
        klaim["aud"] = untuk;
        klaim["nbf"] = (kini - TimeSpan.FromHours(2)).ToUnixTimeSeconds();
        klaim["exp"] = (kini + berlaku).ToUnixTimeSeconds();
        var kepala = JsonSerializer.SerializeToUtf8Bytes(new { alg, typ = "at+jwt", kid });
        return $"{Base64Url(kepala)}.{Base64Url(Encoding.UTF8.GetBytes(klaim.ToJsonString()))}";
    }

    private static string Base64Url(byte[] bita) => System.Buffers.Text.Base64Url.EncodeToString(bita);
}
