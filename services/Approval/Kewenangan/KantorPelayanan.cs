using Dukcapil.Contracts;

namespace Dukcapil.Approval.Kewenangan;

/// <summary>An office as all services know it: name, clock and calendar. Its version grows with every change of it or of its delegations, one after another.</summary>
public sealed class KantorPelayanan
{
    /// <summary>Office code, claim <c>kantor</c>.</summary>
    public required string Kode { get; init; }

    /// <summary>Name.</summary>
    public required string Nama { get; set; }

    /// <summary>Region code, for example <c>99.01</c>.</summary>
    public required string Wilayah { get; set; }

    /// <summary>IANA time zone.</summary>
    public required string Zona { get; set; }

    /// <summary>When it works.</summary>
    public required KalenderKerja Kalender { get; set; }

    /// <summary>Version, for <c>ETag</c> and <c>If-Match</c>, and of what is published.</summary>
    public int Versi { get; set; } = 1;

    /// <summary>When its authority was last published (UTC); the replica that moves it does the next publishing.</summary>
    public DateTimeOffset DenyutPada { get; set; }
}
