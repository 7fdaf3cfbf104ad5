using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Protection;

namespace Dukcapil.Approval.Kewenangan;

/// <summary>A delegation (Plh or Plt) as it was given. Only its revocation is added later; the row stays for ever.</summary>
public sealed class DelegasiPejabat
{
    /// <summary>Id (UUID v7).</summary>
    public Guid Id { get; init; }

    /// <summary>Office code.</summary>
    public required string Kantor { get; init; }

    /// <summary>Kind.</summary>
    public JenisDelegasi Jenis { get; init; }

    /// <summary>The role.</summary>
    public required string Peran { get; init; }

    /// <summary>Activity types it is limited to; none: everything of the role.</summary>
    public required IReadOnlyList<string> Aktivitas { get; init; }

    /// <summary>Officer id of whose authority it is; null when the post is vacant.</summary>
    public string? Pemberi { get; init; }

    /// <summary>That officer's name, sealed.</summary>
    public string? NamaPemberiTersegel { get; init; }

    /// <summary>Officer id of who acts.</summary>
    public required string Penerima { get; init; }

    /// <summary>That officer's name, sealed.</summary>
    public required string NamaPenerimaTersegel { get; init; }

    /// <summary>From (UTC).</summary>
    public DateTimeOffset Mulai { get; init; }

    /// <summary>To (UTC), not included.</summary>
    public DateTimeOffset Sampai { get; init; }

    /// <summary>Number of the letter it rests on.</summary>
    public string? Dasar { get; init; }

    /// <summary>Officer id of who entered it.</summary>
    public required string DibuatOleh { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset DibuatPada { get; init; }

    /// <summary>Ended before its time (UTC).</summary>
    public DateTimeOffset? DicabutPada { get; set; }

    /// <summary>Officer id of who ended it.</summary>
    public string? DicabutOleh { get; set; }

    /// <summary>As it is published.</summary>
    internal Delegasi Terbit(Pelindung pelindung) => new()
    {
        Id = Id,
        Jenis = Jenis,
        Peran = Peran,
        Aktivitas = Aktivitas,
        Pemberi = Pemberi,
        NamaPemberi = NamaPemberiTersegel is { } nama ? pelindung.BukaKolom<string>(nama) : null,
        Penerima = Penerima,
        NamaPenerima = pelindung.BukaKolom<string>(NamaPenerimaTersegel),
        Mulai = Mulai,
        Sampai = Sampai,
        DicabutPada = DicabutPada,
    };
}
