namespace Dukcapil.Intake.Konsep;

/// <summary>One version of the konsep KK: the family data as Loket entered them, and what the rules found. Never changed once made.</summary>
public sealed class VersiKonsep
{
    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public int Versi { get; init; }

    /// <summary>SHA-256 (hex) of the canonical data; a paraf is bound to it.</summary>
    public required string Hash { get; init; }

    /// <summary>Family data, sealed.</summary>
    public required string KartuTersegel { get; init; }

    /// <summary>The other cards the application touches (list of <c>KartuTerkait</c>), sealed; null when there are none.</summary>
    public string? TerkaitTersegel { get; init; }

    /// <summary>Findings of level WARNING and INFO (JSON), sealed: a message may name a person.</summary>
    public required string TemuanTersegel { get; init; }

    /// <summary>Loket's note why the warnings may pass, sealed.</summary>
    public string? CatatanTersegel { get; init; }

    /// <summary>Officer id of who entered the data.</summary>
    public required string Pengentri { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset DibuatPada { get; init; }
}

/// <summary>A paraf as shown on the konsep.</summary>
public sealed class ParafKonsep
{
    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>Version it is bound to.</summary>
    public int Versi { get; init; }

    /// <summary>Role that gave it.</summary>
    public required string Peran { get; init; }

    /// <summary>Officer's name, sealed.</summary>
    public required string NamaTersegel { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset Pada { get; set; }
}
