namespace Dukcapil.Approval.Berkas;

/// <summary>One version of a konsep: what a paraf is bound to, and no content. The highest version is the current one.</summary>
public sealed class VersiKonsep
{
    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public int Versi { get; init; }

    /// <summary>SHA-256 (hex) of the canonical family data.</summary>
    public required string Hash { get; init; }

    /// <summary>Officer id of who entered the data.</summary>
    public required string Pengentri { get; init; }

    /// <summary>Number of WARNING findings.</summary>
    public int JumlahPeringatan { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset Pada { get; init; }
}
