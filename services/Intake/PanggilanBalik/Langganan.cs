namespace Dukcapil.Intake.PanggilanBalik;

/// <summary>Where a client system wants to be called, and for what.</summary>
public sealed class Langganan
{
    /// <summary>Id (UUID v7).</summary>
    public Guid Id { get; init; }

    /// <summary>The client system; it hears of its own applications only.</summary>
    public required string Klien { get; init; }

    /// <summary>Where to call.</summary>
    public required string Alamat { get; set; }

    /// <summary>For which events (<see cref="PeristiwaPermohonan"/>).</summary>
    public required IReadOnlyList<string> Peristiwa { get; set; }

    /// <summary>Key of the signature, sealed.</summary>
    public required string RahasiaTersegel { get; set; }

    /// <summary>The key before, sealed: calls carry both signatures until <see cref="RahasiaLamaSampai"/>.</summary>
    public string? RahasiaLamaTersegel { get; set; }

    /// <summary>Until when (UTC).</summary>
    public DateTimeOffset? RahasiaLamaSampai { get; set; }

    /// <summary>Whether calls are made. A receiver that answers 410 is not called again until this is set anew.</summary>
    public bool Aktif { get; set; } = true;

    /// <summary>Version, for <c>ETag</c> and <c>If-Match</c>.</summary>
    public int Revisi { get; set; } = 1;

    /// <summary>When (UTC).</summary>
    public DateTimeOffset DibuatPada { get; init; }
}
