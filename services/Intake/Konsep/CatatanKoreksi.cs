namespace Dukcapil.Intake.Konsep;

/// <summary>What an officer has objected to in one version of the konsep, field by field.</summary>
public sealed class CatatanKoreksi
{
    /// <summary>The task that ended in "Tidak sesuai".</summary>
    public required string TugasId { get; init; }

    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>Version of the konsep.</summary>
    public int Versi { get; init; }

    /// <summary>Role that objects.</summary>
    public required string Peran { get; init; }

    /// <summary>The remarks (JSON), sealed.</summary>
    public required string CatatanTersegel { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset Pada { get; init; }
}

/// <summary>That an officer has seen a version of a konsep: the next one is shown with what has changed since.</summary>
public sealed class KonsepDilihat
{
    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>Officer id.</summary>
    public required string Petugas { get; init; }

    /// <summary>Version.</summary>
    public int Versi { get; init; }
}
