using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Dukcapil.ServiceDefaults.Audit;

/// <summary>
/// Keys of the journal, none of them in the database. Lines carry an HMAC under a key derived (HKDF) from the ring in <c>Protection:Keys</c>. Heads are
/// signed (ECDSA P-256) with the key <c>Audit:Penanda:Aktif</c> of <c>Audit:Penanda:Kunci</c> (id → base64 of PKCS #8, or of the public key alone for one
/// that no longer signs); a new active key is a rotation.
/// </summary>
public sealed class KunciAudit : IDisposable
{
    private readonly string? aktif;
    private readonly Dictionary<string, byte[]> tanda;
    private readonly Dictionary<string, ECDsa> penanda = new(StringComparer.Ordinal);
    private readonly string? penandaAktif;

    /// <summary>Reads the settings.</summary>
    public KunciAudit(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var ring = configuration.GetSection("Protection");
        aktif = ring["Active"];
        tanda = ring.GetSection("Keys").GetChildren().ToDictionary(
            k => k.Key, k => HKDF.DeriveKey(HashAlgorithmName.SHA256, Convert.FromBase64String(k.Value!), 32, info: "dukcapil/audit/1"u8.ToArray()));
        var section = configuration.GetSection("Audit:Penanda");
        penandaAktif = section["Aktif"];
        foreach (var k in section.GetSection("Kunci").GetChildren()) penanda[k.Key] = Baca(Convert.FromBase64String(k.Value!));
    }

    /// <summary>Whether heads can be signed.</summary>
    public bool DapatMenandai => penandaAktif is not null;

    /// <summary>HMAC of a line: <c>key id:base64</c>.</summary>
    internal string Tanda(CatatanAudit catatan)
    {
        var id = aktif ?? throw new InvalidOperationException("Setting Protection:Active is missing.");
        return id + ":" + Convert.ToBase64String(HMACSHA256.HashData(tanda[id], catatan.Kanonik()));
    }

    /// <summary>Whether the line is as it was written.</summary>
    internal bool Asli(CatatanAudit catatan)
    {
        var titik = catatan.Tanda.IndexOf(':', StringComparison.Ordinal);
        return titik > 0 && tanda.TryGetValue(catatan.Tanda[..titik], out var kunci)
            && CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(catatan.Tanda[(titik + 1)..]), Encoding.ASCII.GetBytes(Convert.ToBase64String(HMACSHA256.HashData(kunci, catatan.Kanonik()))));
    }

    /// <summary>Id of the key that signs; null when none is set.</summary>
    internal string? IdPenanda => penandaAktif;

    /// <summary>Signs a head (base64).</summary>
    internal string Tandai(byte[] isi) => Convert.ToBase64String(penanda[penandaAktif!].SignData(isi, HashAlgorithmName.SHA256));

    /// <summary>Whether a head was signed by one of the keys.</summary>
    internal bool Sah(string kunci, byte[] isi, string signature) =>
        penanda.TryGetValue(kunci, out var key) && key.VerifyData(isi, Convert.FromBase64String(signature), HashAlgorithmName.SHA256);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var key in penanda.Values) key.Dispose();
    }

    private static ECDsa Baca(byte[] der)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(der, out _);
        }
        catch (CryptographicException)
        {
            key.ImportSubjectPublicKeyInfo(der, out _);
        }
        return key;
    }
}
