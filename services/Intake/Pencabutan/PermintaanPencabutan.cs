namespace Dukcapil.Intake.Pencabutan;

/// <summary>State of a request to withdraw.</summary>
public enum StatusPencabutan
{
    /// <summary>Asked; the workflow decides.</summary>
    Diproses,

    /// <summary>The application is BATAL.</summary>
    Dikabulkan,

    /// <summary>Too late.</summary>
    Ditolak,
}

/// <summary>A request of the applicant to withdraw, made by Loket or the filing system.</summary>
public sealed class PermintaanPencabutan
{
    /// <summary>Id (UUID v7).</summary>
    public Guid Id { get; init; }

    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>Reason, sealed.</summary>
    public required string AlasanTersegel { get; init; }

    /// <summary>Who asked.</summary>
    public required string Petugas { get; init; }

    /// <summary>State.</summary>
    public StatusPencabutan Status { get; set; }

    /// <summary>Why it was refused.</summary>
    public string? Sebab { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset DimintaPada { get; init; }

    /// <summary>Decided (UTC).</summary>
    public DateTimeOffset? DiputuskanPada { get; set; }
}
