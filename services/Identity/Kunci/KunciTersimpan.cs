namespace Dukcapil.Identity.Kunci;

/// <summary>What a key is for.</summary>
public enum JenisKunci
{
    /// <summary>ES256 key pair (PKCS 8) that signs tokens; its public half is in the JWKS.</summary>
    Penanda,

    /// <summary>256 bits that encrypt authorization codes and refresh tokens.</summary>
    Penyandi,

    /// <summary>XML of a key of ASP.NET Core Data Protection (cookies, forms).</summary>
    DataProtection,
}

/// <summary>A key in the database, sealed with the protection key of the installation: a copy of the database alone is of no use.</summary>
public sealed class KunciTersimpan
{
    /// <summary>Key id (<c>kid</c>).</summary>
    public required string Id { get; init; }

    /// <summary>What it is for.</summary>
    public required JenisKunci Jenis { get; init; }

    /// <summary>The key, sealed.</summary>
    public required string Tersegel { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTimeOffset DibuatPada { get; init; }

    /// <summary>From when it signs (UTC); until then it is published only, so that every service knows it in time.</summary>
    public required DateTimeOffset BerlakuSejak { get; init; }
}
