namespace Dukcapil.Approval.Tte;

/// <summary>
/// A verified signature on its way into the step, within one unit of work. The step for TTE closes with it or not at all: no request can bring it along.
/// </summary>
public sealed class TandaTanganSah
{
    /// <summary>The file at the Registry.</summary>
    public Guid BerkasId { get; private set; }

    /// <summary>What was appended to the file.</summary>
    public byte[]? Tambahan { get; private set; }

    /// <summary>SHA-256 (hex) of the signed file.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Subject of the certificate.</summary>
    public string Sertifikat { get; private set; } = "";

    /// <summary>Puts it in.</summary>
    public void Isi(Guid berkasId, byte[] tambahan, string sha256, string sertifikat) =>
        (BerkasId, Tambahan, Sha256, Sertifikat) = (berkasId, tambahan, sha256, sertifikat);
}
