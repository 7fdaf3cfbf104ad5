namespace Dukcapil.Registry.Masukan;

/// <summary>A paraf as Approval told; the latest of a role on a version.</summary>
public sealed class ParafMasuk
{
    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>Version of the konsep.</summary>
    public int VersiKonsep { get; init; }

    /// <summary>Role.</summary>
    public required string Peran { get; init; }

    /// <summary>Hash it is bound to.</summary>
    public required string Hash { get; set; }

    /// <summary>Officer id.</summary>
    public required string Petugas { get; set; }

    /// <summary>Officer's name.</summary>
    public required string NamaPetugas { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset Pada { get; set; }
}
