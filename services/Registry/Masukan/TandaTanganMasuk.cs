namespace Dukcapil.Registry.Masukan;

/// <summary>The signature on the card that is printed now; a new print needs a new one.</summary>
public sealed class TandaTanganMasuk
{
    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary><c>MANUAL</c> or <c>TTE</c>.</summary>
    public required string Cara { get; set; }

    /// <summary>Version of the konsep whose card was signed; 0 when the sender did not tell.</summary>
    public int VersiKonsep { get; set; }

    /// <summary>Officer id.</summary>
    public required string Petugas { get; set; }

    /// <summary>Signer's name.</summary>
    public required string NamaPetugas { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset Pada { get; set; }
}
