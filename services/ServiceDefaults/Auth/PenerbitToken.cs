using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.Tokens;

namespace Dukcapil.ServiceDefaults.Auth;

/// <summary>Section <c>Auth</c>: whose tokens are accepted, and how that issuer names what we read. Any OIDC issuer will do.</summary>
public sealed class PenerbitToken
{
    private static readonly HashSet<string> Asimetris =
    [
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
    ];

    /// <summary>Reads the section; a missing or dangerous setting stops the start.</summary>
    public PenerbitToken(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetRequiredSection("Auth");
        Issuer = Wajib(section, "Issuer");
        Audience = Wajib(section, "Audience");
        Metadata = new Uri(section["Metadata"] ?? Issuer.TrimEnd('/') + "/.well-known/openid-configuration");
        Algoritma = Daftar(section["Algoritma"] ?? SecurityAlgorithms.EcdsaSha256);
        // A shared secret, or none, would let whoever knows the public key make tokens.
        if (Algoritma.FirstOrDefault(a => !Asimetris.Contains(a)) is { } lemah)
            throw new InvalidOperationException($"Setting Auth:Algoritma names {lemah}; only asymmetric signatures are accepted: {string.Join(", ", Asimetris)}.");
        JenisToken = Daftar(section["JenisToken"] ?? "at+jwt");
        Klaim = new NamaKlaim(
            section["Klaim:Id"] ?? ClaimNames.Subject, section["Klaim:Nama"] ?? ClaimNames.Name, section["Klaim:Kantor"] ?? ClaimNames.Kantor,
            section["Klaim:Peran"] ?? ClaimNames.Peran, section["Klaim:Lingkup"] ?? ClaimNames.Scope);
    }

    /// <summary><c>Auth:Issuer</c>: claim <c>iss</c>, with or without the slash at the end.</summary>
    public string Issuer { get; }

    /// <summary><c>Auth:Audience</c>: claim <c>aud</c>.</summary>
    public string Audience { get; }

    /// <summary><c>Auth:Metadata</c>: address of the discovery document, when it is not the issuer's public one.</summary>
    public Uri Metadata { get; }

    /// <summary><c>Auth:Algoritma</c>: signatures accepted.</summary>
    public IReadOnlyList<string> Algoritma { get; }

    /// <summary><c>Auth:JenisToken</c>: header <c>typ</c>; RFC 9068 says <c>at+jwt</c>, some issuers say <c>JWT</c>.</summary>
    public IReadOnlyList<string> JenisToken { get; }

    /// <summary><c>Auth:Klaim:…</c>: names of the issuer's claims.</summary>
    public NamaKlaim Klaim { get; }

    /// <summary>Whether the installation is reached over TLS: then cookies and headers insist on it.</summary>
    public bool Https => Issuer.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Both spellings of the issuer: libraries differ in the slash at the end.</summary>
    public IReadOnlyList<string> SemuaIssuer => [Issuer.TrimEnd('/'), Issuer.TrimEnd('/') + "/"];

    private static string Wajib(IConfiguration section, string key) =>
        section[key] ?? throw new InvalidOperationException($"Setting Auth:{key} is missing.");

    private static string[] Daftar(string text) => text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>How an issuer names its claims. A dot leads into a JSON object: <c>realm_access.roles</c>.</summary>
public sealed record NamaKlaim(string Id, string Nama, string Kantor, string Peran, string Lingkup);
