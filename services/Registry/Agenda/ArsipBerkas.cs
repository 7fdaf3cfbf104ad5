namespace Dukcapil.Registry.Agenda;

/// <summary>What becomes of a paper when the file is sorted (SOP step 7c).</summary>
public enum TindakanBerkas
{
    /// <summary>Kept by the office.</summary>
    Arsip,

    /// <summary>Original, given back to the applicant.</summary>
    Dikembalikan,

    /// <summary>Withdrawn: old or damaged KK, KTP-el with the old address.</summary>
    Ditarik,
}

/// <summary>One paper.</summary>
public sealed record Pilahan
{
    /// <summary>Which, for example <c>BUKU_NIKAH</c> or <c>KK lama</c>.</summary>
    public required string Berkas { get; init; }

    /// <summary>What becomes of it.</summary>
    public required TindakanBerkas Tindakan { get; init; }
}

/// <summary>The archived file of an application (SOP step 7c). Retention is not decided here: kept until the office says otherwise.</summary>
public sealed class ArsipBerkas
{
    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>Shelf, box, folder.</summary>
    public required string Lokasi { get; set; }

    /// <summary>What became of each paper.</summary>
    public required IReadOnlyList<Pilahan> Pilahan { get; set; }

    /// <summary>SHA-256 (hex) of what the card shows: of the signed file (TTE), of the scan, or else of the family data it was printed from.</summary>
    public string? Sha256 { get; set; }

    /// <summary>Scan of the signed card in the archive of files.</summary>
    public Guid? PindaianKartu { get; set; }

    /// <summary>Officer id.</summary>
    public required string Petugas { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset Pada { get; set; }
}
