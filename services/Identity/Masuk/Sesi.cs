namespace Dukcapil.Identity.Masuk;

/// <summary>A login of a user on one device. The cookie names it, refresh tokens too; when it is revoked both end.</summary>
public sealed class Sesi
{
    /// <summary>How long a session lives at most: a working day.</summary>
    public static readonly TimeSpan Umur = TimeSpan.FromHours(12);

    /// <summary>Claim <c>sid</c>.</summary>
    public required Guid Id { get; init; }

    /// <summary>User.</summary>
    public required Guid AkunId { get; init; }

    /// <summary>Login (UTC).</summary>
    public required DateTimeOffset DibuatPada { get; init; }

    /// <summary>Its end at the latest (UTC).</summary>
    public required DateTimeOffset BerakhirPada { get; init; }

    /// <summary>Address it was opened from.</summary>
    public required string Alamat { get; init; }

    /// <summary>Header User-Agent, cut at 200 characters; shown to the user only.</summary>
    public required string Peramban { get; init; }

    /// <summary>Revoked (UTC).</summary>
    public DateTimeOffset? DicabutPada { get; set; }
}
