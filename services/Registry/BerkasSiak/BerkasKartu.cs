namespace Dukcapil.Registry.BerkasSiak;

/// <summary>
/// The PDF that SIAK made of a konsep, and what the signature made of it (TTE). The bytes lie encrypted in the file store; both checksums and the hash of the
/// konsep bind file, signature and data to one another. A file once in effect stays in the archive, also when a later one has taken its place.
/// </summary>
public sealed class BerkasKartu
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; }

    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>The task in which it was uploaded.</summary>
    public required string TugasId { get; init; }

    /// <summary>Name in the file store.</summary>
    public required string Nama { get; init; }

    /// <summary>Bytes.</summary>
    public long Ukuran { get; init; }

    /// <summary>SHA-256 (hex).</summary>
    public required string Sha256 { get; init; }

    /// <summary>Officer id.</summary>
    public required string Petugas { get; init; }

    /// <summary>Uploaded (UTC).</summary>
    public DateTimeOffset DiunggahPada { get; init; }

    /// <summary>Version of the konsep it shows; null as long as the upload step is not completed with it.</summary>
    public int? VersiKonsep { get; set; }

    /// <summary>Hash of that version.</summary>
    public string? HashKonsep { get; set; }

    /// <summary>In effect since (UTC): the upload step was completed with it.</summary>
    public DateTimeOffset? BerlakuPada { get; set; }

    /// <summary>A later file has taken its place (UTC).</summary>
    public DateTimeOffset? DigantiPada { get; set; }

    /// <summary>The time of keeping was over and the content went (UTC).</summary>
    public DateTimeOffset? DimusnahkanPada { get; set; }

    /// <summary>Signed (UTC).</summary>
    public DateTimeOffset? DitandatanganiPada { get; set; }

    /// <summary>Name of the signed file in the file store.</summary>
    public string? NamaBertandaTangan { get; set; }

    /// <summary>SHA-256 (hex) of the signed file.</summary>
    public string? Sha256BertandaTangan { get; set; }

    /// <summary>Who signed by the certificate.</summary>
    public string? Sertifikat { get; set; }
}

/// <summary>Queries on the files.</summary>
internal static class BerkasKartuQueries
{
    /// <summary>The file in effect of an application.</summary>
    public static IQueryable<BerkasKartu> Berlaku(this IQueryable<BerkasKartu> berkas, Guid permohonanId) =>
        berkas.Where(b => b.PermohonanId == permohonanId && b.BerlakuPada != null && b.DigantiPada == null && b.DimusnahkanPada == null);
}
