using System.Net.Http.Json;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dukcapil.ServiceDefaults.Auth;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Dukcapil.Standalone.Hosting;

/// <summary>
/// Asks the issuer for access tokens as the operator's commands do: a client system that proves itself with the key of the data folder (private_key_jwt,
/// RFC 7523).
/// </summary>
internal static class TokenKlien
{
    /// <summary>Client id of the operator's commands.</summary>
    public const string Id = "operator";

    /// <summary>Client id of the commands that read the audit journal. Another key than the operator's: who operates the system does not audit it.</summary>
    public const string IdAuditor = "auditor";

    /// <summary>In place of a role: a client system with scope <c>permohonan</c>, its id behind the colon.</summary>
    public const string AwalanSistem = "klien:";

    private const string GrantContoh = "urn:dukcapil:petugas-contoh";
    private static readonly TimeSpan UmurBukti = TimeSpan.FromMinutes(1);

    /// <summary>Token with scope <c>ops</c>, for 15 minutes.</summary>
    /// <exception cref="HttpRequestException">The issuer is away or refuses.</exception>
    public static Task<string> OpsAsync(Uri alamat, DataFolder data) => OpsAsync(alamat, data.ReadOperatorKey);

    /// <summary>The same with a key from elsewhere: in the distributed mode <c>deploy/make-secrets</c> makes it.</summary>
    /// <exception cref="HttpRequestException">The issuer is away or refuses.</exception>
    public static Task<string> OpsAsync(Uri alamat, Func<ECDsa> kunci) =>
        MintaAsync(alamat, kunci, Id, new() { ["grant_type"] = "client_credentials", ["scope"] = Lingkup.Ops });

    /// <summary>Token with scope <c>audit</c>, for 15 minutes.</summary>
    /// <exception cref="HttpRequestException">The issuer is away or refuses.</exception>
    public static Task<string> AuditAsync(Uri alamat, Func<ECDsa> kunci) =>
        MintaAsync(alamat, kunci, IdAuditor, new() { ["grant_type"] = "client_credentials", ["scope"] = Lingkup.Audit });

    /// <summary>Token of the example officer of a role, or of a client system (<see cref="AwalanSistem"/>), for 12 hours.</summary>
    /// <exception cref="HttpRequestException">The issuer is away or refuses.</exception>
    public static Task<string> UntukAsync(Uri alamat, DataFolder data, string peran) => MintaAsync(alamat, data.ReadOperatorKey, Id, new()
    {
        ["grant_type"] = GrantContoh,
        [peran.StartsWith(AwalanSistem, StringComparison.Ordinal) ? "sistem" : "peran"] = peran.StartsWith(AwalanSistem, StringComparison.Ordinal) ? peran[AwalanSistem.Length..] : peran,
    });

    /// <summary>Public half of the key as JWKS.</summary>
    public static string Jwks(ECDsa kunci, string id = Id)
    {
        var publik = kunci.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "EC",
                ["crv"] = "P-256",
                ["x"] = Base64UrlEncoder.Encode(publik.Q.X),
                ["y"] = Base64UrlEncoder.Encode(publik.Q.Y),
                ["kid"] = id,
                ["use"] = "sig",
                ["alg"] = SecurityAlgorithms.EcdsaSha256,
            }),
        }.ToJsonString();
    }

    private static async Task<string> MintaAsync(Uri alamat, Func<ECDsa> bacaKunci, string id, Dictionary<string, string> isi)
    {
        using var http = new HttpClient { BaseAddress = alamat, Timeout = TimeSpan.FromSeconds(30) };
        var penerbit = await http.GetFromJsonAsync<JsonElement>("/.well-known/openid-configuration");
        using var kunci = bacaKunci();
        isi["client_id"] = id;
        isi["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
        isi["client_assertion"] = Bukti(kunci, id, penerbit.GetProperty("issuer").GetString()!);
        using var formulir = new FormUrlEncodedContent(isi);
        using var jawaban = await http.PostAsync("/connect/token", formulir);
        var json = await jawaban.Content.ReadFromJsonAsync<JsonElement>();
        return jawaban.IsSuccessStatusCode
            ? json.GetProperty("access_token").GetString()!
            : throw new HttpRequestException(json.TryGetProperty("error_description", out var sebab) ? sebab.GetString() : jawaban.StatusCode.ToString());
    }

    private static string Bukti(ECDsa kunci, string id, string issuer) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = id,
        Audience = issuer,
        TokenType = "client-authentication+jwt",
        Subject = new ClaimsIdentity([new(ClaimNames.Subject, id), new("jti", Guid.NewGuid().ToString())]),
        Expires = DateTime.UtcNow + UmurBukti,
        SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(kunci) { KeyId = id }, SecurityAlgorithms.EcdsaSha256)
        {
            // A cached provider would sign the next token with this key object, which its owner disposes of.
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        },
    });
}
