using System.Security.Cryptography;
using System.Text;
using Dukcapil.Identity.Database;
using Dukcapil.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Dukcapil.Identity.Klien;

/// <summary>A proof (private_key_jwt) with which a client got a token; it gets no second one with it.</summary>
public sealed class BuktiTerpakai
{
    /// <summary>SHA-256 (hex) of client and <c>jti</c>.</summary>
    public required string Hash { get; init; }

    /// <summary>When the proof ends (UTC); after that nobody takes it anyway.</summary>
    public DateTimeOffset BerakhirPada { get; init; }
}

/// <summary>Takes every proof of a client once (RFC 7523 section 3, OpenID Connect Core section 9): whoever copies one on its way cannot use it again.</summary>
internal sealed class PenjagaBukti(IdentityDb db, TimeProvider time)
{
    private static readonly TimeSpan UmurTerpanjang = TimeSpan.FromHours(1);

    /// <summary>Why a proof, whose signature OpenIddict has checked, is refused; null when it is taken, and then used up.</summary>
    public async Task<string?> TolakAsync(string bukti, CancellationToken cancellationToken)
    {
        var token = new JsonWebToken(bukti);
        if (string.IsNullOrEmpty(token.Id)) return "Bukti klien harus menyebut jti.";
        // Otherwise it would have to be remembered for as long as its maker likes.
        var berakhir = new DateTimeOffset(token.ValidTo, TimeSpan.Zero);
        if (berakhir > time.GetUtcNow() + UmurTerpanjang) return "Bukti klien berlaku terlalu lama; paling lama satu jam.";
        db.Add(new BuktiTerpakai
        {
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token.Issuer + "\n" + token.Id))),
            BerakhirPada = berakhir,
        });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateException e) when (DatabaseFaults.IsConflict(e))
        {
            db.ChangeTracker.Clear();
            return "Bukti klien ini sudah dipakai.";
        }
    }
}
