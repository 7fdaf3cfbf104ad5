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

    /// <summary><c>MANUAL</c> or <c>TTE</c>.</summary>
    public required string Cara { get; init; }

    /// <summary>Officer id.</summary>
    public required string Petugas { get; init; }

    /// <summary>Signer's name.</summary>
    public required string NamaPetugas { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset Pada { get; init; }
}
