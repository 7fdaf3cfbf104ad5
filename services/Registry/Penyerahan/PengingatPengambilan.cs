namespace Dukcapil.Registry.Penyerahan;

/// <summary>How the applicant was reminded.</summary>
public enum CaraPengingat
{
    /// <summary>By telephone.</summary>
    Telepon,

    /// <summary>By a text message.</summary>
    Pesan,

    /// <summary>By letter.</summary>
    Surat,

    /// <summary>Through the desa or kelurahan.</summary>
    Desa,
}

/// <summary>A reminder to collect a card that waits.</summary>
public sealed class PengingatPengambilan
{
    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>1, 2, 3 … within the application.</summary>
    public int Urut { get; init; }

    /// <summary>How.</summary>
    public CaraPengingat Cara { get; init; }

    /// <summary>What came of it, sealed.</summary>
    public string? CatatanTersegel { get; init; }

    /// <summary>Officer id.</summary>
    public required string Petugas { get; init; }

    /// <summary>Officer's name.</summary>
    public required string NamaPetugas { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset Pada { get; init; }
}
