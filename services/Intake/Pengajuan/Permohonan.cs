using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Protection;

namespace Dukcapil.Intake.Pengajuan;

/// <summary>State of an application as a whole; where it stands in the SOP is told by its open task.</summary>
public enum StatusPermohonan
{
    /// <summary>On its way.</summary>
    Diproses = 0,

    /// <summary>Handed over.</summary>
    Selesai = 1,

    /// <summary>Withdrawn (BATAL).</summary>
    Batal = 2,

    /// <summary>Not filed yet: still being put together by whoever will file it.</summary>
    Draf = 3,
}

/// <summary>One application for a family card.</summary>
public sealed class Permohonan
{
    /// <summary>Id (UUID v7).</summary>
    public Guid Id { get; init; }

    /// <summary>Public tracking code; unguessable, says nothing of a person.</summary>
    public required string KodeLacak { get; init; }

    /// <summary>Office code.</summary>
    public required string Kantor { get; init; }

    /// <summary>Application type.</summary>
    public required string Jenis { get; set; }

    /// <summary>State.</summary>
    public StatusPermohonan Status { get; set; }

    /// <summary>Version of a draft, for <c>ETag</c> and <c>If-Match</c>; no longer counted once it is filed.</summary>
    public int Revisi { get; set; } = 1;

    /// <summary>Circumstances on which requirements depend.</summary>
    public required Keadaan Keadaan { get; set; }

    /// <summary>The applicant (<see cref="Pemohon"/>), sealed.</summary>
    public required string PemohonTersegel { get; set; }

    /// <summary>Family data as filed, sealed; null when only the paper form was handed in.</summary>
    public string? KartuTersegel { get; set; }

    /// <summary>Officer or client system that filed.</summary>
    public required string DiajukanOleh { get; init; }

    /// <summary>When it was filed first (UTC); of a draft, when it was begun.</summary>
    public DateTimeOffset DiajukanPada { get; set; }

    /// <summary>When it ended (UTC).</summary>
    public DateTimeOffset? BerakhirPada { get; set; }

    /// <summary>Filed or completed again, and the workflow has not asked for it yet.</summary>
    public bool PengajuanMenunggu { get; set; }

    /// <summary>Number in the Buku Register, once complete.</summary>
    public string? NomorRegister { get; set; }

    /// <summary>Receipt code, sealed; given once, with the first "Lengkap".</summary>
    public string? TandaBuktiTersegel { get; set; }

    /// <summary>When the receipt was given (UTC), and by whom (sealed name).</summary>
    public DateTimeOffset? TandaBuktiPada { get; set; }

    /// <summary>Name of the officer on the receipt, sealed.</summary>
    [Tersegel]
    public string? TandaBuktiOleh { get; set; }

    /// <summary>The time of keeping was over and what it said of persons went (UTC).</summary>
    public DateTimeOffset? DimusnahkanPada { get; set; }

    /// <summary>Version of the present konsep; 0 before the first.</summary>
    public int VersiKonsep { get; set; }
}

/// <summary>Who applies. Sealed at rest.</summary>
/// <param name="Nama">Full name.</param>
/// <param name="Nik">16 digits; null for someone who has none yet.</param>
/// <param name="Telepon">To be told when the card is ready; optional.</param>
/// <param name="Wakil">The representative, when there is one (F-1.07).</param>
public sealed record Pemohon(string Nama, string? Nik = null, string? Telepon = null, Wakil? Wakil = null);

/// <summary>A representative with surat kuasa (F-1.07).</summary>
/// <param name="Nama">Full name.</param>
/// <param name="Nik">16 digits.</param>
public sealed record Wakil(string Nama, string? Nik = null);

/// <summary>A document handed in with an application.</summary>
public sealed class Lampiran
{
    /// <summary>Name in the file store.</summary>
    public required string Id { get; init; }

    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>Code of the requirement it serves, for example <c>BUKU_NIKAH</c>.</summary>
    public required string Kode { get; init; }

    /// <summary>Type by content: <c>application/pdf</c>, <c>image/jpeg</c> or <c>image/png</c>.</summary>
    public required string JenisIsi { get; init; }

    /// <summary>Length in bytes.</summary>
    public long Ukuran { get; init; }

    /// <summary>SHA-256 of the content (hex).</summary>
    public required string Sha256 { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset DiunggahPada { get; init; }
}
