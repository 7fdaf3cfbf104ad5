namespace Dukcapil.Registry.Arsip;

/// <summary>What a file of the archive shows.</summary>
public enum JenisBerkasArsip
{
    /// <summary>Signature of who received the card (step 8).</summary>
    TandaTanganPenerima,

    /// <summary>Thumbprint of who received the card (step 8).</summary>
    CapJempolPenerima,

    /// <summary>Scan of the card as it was signed and stamped (step 7).</summary>
    PindaianKartu,
}

/// <summary>A picture or scan that belongs to an application. Its content lies encrypted under its own checksum.</summary>
public sealed class BerkasArsip
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; }

    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>The task in which it was uploaded.</summary>
    public required string TugasId { get; init; }

    /// <summary>What it shows.</summary>
    public JenisBerkasArsip Jenis { get; init; }

    /// <summary>Media type, told by its first bytes.</summary>
    public required string TipeMedia { get; init; }

    /// <summary>SHA-256 (hex) of the content: its name in the store.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Bytes.</summary>
    public long Ukuran { get; init; }

    /// <summary>Officer id.</summary>
    public required string Petugas { get; init; }

    /// <summary>Uploaded (UTC).</summary>
    public DateTimeOffset DiunggahPada { get; init; }

    /// <summary>A step was completed with it (UTC).</summary>
    public DateTimeOffset? DipakaiPada { get; set; }

    /// <summary>The time of keeping was over and the content went (UTC).</summary>
    public DateTimeOffset? DimusnahkanPada { get; set; }
}
