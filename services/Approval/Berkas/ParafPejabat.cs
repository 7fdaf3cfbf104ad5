using Dukcapil.Contracts;

namespace Dukcapil.Approval.Berkas;

/// <summary>
/// A paraf (SOP steps 3 and 4) on one version of a konsep. It lapses when a newer version comes, when its role gives another or objects,
/// and with a withdrawal; lapsed ones stay.
/// </summary>
public sealed class ParafPejabat
{
    /// <summary>The task in which it was given.</summary>
    public required string TugasId { get; init; }

    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>Version of the konsep.</summary>
    public int VersiKonsep { get; init; }

    /// <summary>Hash it is bound to.</summary>
    public required string Hash { get; init; }

    /// <summary>Role.</summary>
    public required string Peran { get; init; }

    /// <summary>Officer id.</summary>
    public required string Petugas { get; init; }

    /// <summary>Officer's name as shown on the konsep.</summary>
    public required string NamaPetugas { get; init; }

    /// <summary>On whose behalf; null: in the own right.</summary>
    public AtasNama? AtasNama { get; init; }

    /// <summary>Whether the officer has confirmed to know the konsep's warnings.</summary>
    public bool PeringatanDiketahui { get; init; }

    /// <summary>Note (sealed: it may name a person).</summary>
    public string? CatatanTersegel { get; init; }

    /// <summary>Answer to the objection of the next level (sealed).</summary>
    public string? TanggapanTersegel { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset Pada { get; init; }

    /// <summary>Since when it counts no more (UTC).</summary>
    public DateTimeOffset? GugurPada { get; set; }

    /// <summary>Why it counts no more.</summary>
    public SebabGugur? SebabGugur { get; set; }
}

/// <summary>Why a paraf counts no more.</summary>
public enum SebabGugur
{
    /// <summary>The konsep has changed: a newer version came.</summary>
    KonsepBerubah,

    /// <summary>The same role has given another on this version.</summary>
    Diganti,

    /// <summary>The same role objects now.</summary>
    Keberatan,

    /// <summary>The applicant has withdrawn.</summary>
    Pembatalan,
}
