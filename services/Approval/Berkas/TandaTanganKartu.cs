namespace Dukcapil.Approval.Berkas;

/// <summary>A signature (SOP step 6). A card printed anew is signed anew, so an application may have several; the task is the effect key.</summary>
public sealed class TandaTanganKartu
{
    /// <summary>The task in which it was signed.</summary>
    public required string TugasId { get; init; }

    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>Version of the konsep whose card was signed.</summary>
    public int VersiKonsep { get; init; }

    /// <summary>Hash of that version: what the signature is bound to.</summary>
    public string? Hash { get; init; }

    /// <summary><c>MANUAL</c> or <c>TTE</c>.</summary>
    public required string Cara { get; init; }

    /// <summary>Officer id.</summary>
    public required string Petugas { get; init; }

    /// <summary>Signer's name.</summary>
    public required string NamaPetugas { get; init; }

    /// <summary>Signed (UTC); for MANUAL as the officer says, else when it was recorded.</summary>
    public DateTimeOffset Pada { get; init; }

    /// <summary>Recorded (UTC).</summary>
    public DateTimeOffset DicatatPada { get; init; }

    /// <summary>TTE: the file at the Registry.</summary>
    public Guid? BerkasId { get; init; }

    /// <summary>TTE: SHA-256 (hex) of the signed file.</summary>
    public string? Sha256 { get; init; }

    /// <summary>TTE: subject of the certificate.</summary>
    public string? Sertifikat { get; init; }
}
