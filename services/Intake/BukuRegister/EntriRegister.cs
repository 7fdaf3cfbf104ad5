namespace Dukcapil.Intake.BukuRegister;

/// <summary>One line of the Buku Register (SOP step 2): applications found complete, gap-free per office and year; a void stays visible.</summary>
public sealed class EntriRegister
{
    /// <summary>Office code.</summary>
    public required string Kantor { get; init; }

    /// <summary>Year by the office's calendar.</summary>
    public int Tahun { get; init; }

    /// <summary>Running number, from 1 each year.</summary>
    public int Urut { get; init; }

    /// <summary>The number as written, for example <c>KK/2026/000017</c>.</summary>
    public required string Nomor { get; init; }

    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>Application type.</summary>
    public required string Jenis { get; init; }

    /// <summary>Applicant's name, sealed.</summary>
    public required string NamaPemohonTersegel { get; init; }

    /// <summary>Whether a representative filed.</summary>
    public bool Wakil { get; init; }

    /// <summary>Number of attachments.</summary>
    public int JumlahLampiran { get; init; }

    /// <summary>Officer id.</summary>
    public required string Petugas { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset DicatatPada { get; init; }

    /// <summary>When it was voided (UTC), or null.</summary>
    public DateTimeOffset? DibatalkanPada { get; set; }
}
