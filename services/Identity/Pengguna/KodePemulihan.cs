namespace Dukcapil.Identity.Pengguna;

/// <summary>A code that replaces the second factor once, when the telephone is lost. Stored as a hash only; used ones are deleted.</summary>
public sealed class KodePemulihan
{
    /// <summary>How many a user is given.</summary>
    public const int Banyak = 10;

    /// <summary>User.</summary>
    public required Guid AkunId { get; init; }

    /// <summary>SHA-256 (hex) of the code; it has 60 random bits, so a slow hash adds nothing.</summary>
    public required string Hash { get; init; }
}
