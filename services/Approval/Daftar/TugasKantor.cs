using Dukcapil.Contracts;

namespace Dukcapil.Approval.Daftar;

/// <summary>A task of any service as its owner last told: a row of everybody's list. Read-only; one acts at the owner's address.</summary>
public sealed class TugasKantor
{
    /// <summary>The task.</summary>
    public required string TugasId { get; init; }

    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>Version of the owner's row; the newest wins.</summary>
    public int Versi { get; set; }

    /// <summary>Owner.</summary>
    public required string Pelayan { get; init; }

    /// <summary>Office code.</summary>
    public required string Kantor { get; init; }

    /// <summary>Activity type.</summary>
    public required string Aktivitas { get; init; }

    /// <summary>SOP number.</summary>
    public required string Nomor { get; init; }

    /// <summary>SOP column Kegiatan.</summary>
    public required string Kegiatan { get; init; }

    /// <summary>Role that may act.</summary>
    public required string Peran { get; init; }

    /// <summary>SOP column Waktu, in milliseconds of handling time.</summary>
    public long WaktuBakuMs { get; init; }

    /// <summary>What may be chosen.</summary>
    public required IReadOnlyList<HasilTersedia> Hasil { get; init; }

    /// <summary>Why it came.</summary>
    public AsalTugas? Asal { get; init; }

    /// <summary>State.</summary>
    public StatusTugas Status { get; set; }

    /// <summary>Officer id of the holder, or of who completed it.</summary>
    public string? Pemegang { get; set; }

    /// <summary>Issued (UTC).</summary>
    public DateTimeOffset DiterbitkanPada { get; init; }

    /// <summary>Completed or closed (UTC).</summary>
    public DateTimeOffset? SelesaiPada { get; set; }

    /// <summary>Handling time of ended holdings, in milliseconds.</summary>
    public long PenangananMs { get; set; }

    /// <summary>Chosen outcome.</summary>
    public string? HasilDipilih { get; set; }

    /// <summary>Reason code of a return.</summary>
    public string? KodeAlasan { get; set; }

    /// <summary>Reason text, sealed; shown with the task that the return leads to.</summary>
    public string? AlasanTersegel { get; set; }
}
