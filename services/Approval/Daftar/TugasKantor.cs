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

    /// <summary>Whether it came by a return; stands in <see cref="Asal"/> too, here to filter by.</summary>
    public bool Kembali { get; init; }

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

    /// <summary>Since when the present holder works on it (UTC).</summary>
    public DateTimeOffset? DiklaimPada { get; set; }

    /// <summary>The delegation under which it is held, or was completed.</summary>
    public AtasNama? AtasNama { get; set; }

    /// <summary>How urgent.</summary>
    public PrioritasTugas Prioritas { get; set; }

    /// <summary>When that was changed (UTC, this service's clock): pages that were begun before know what has moved.</summary>
    public DateTimeOffset? PrioritasPada { get; set; }

    /// <summary>Due (UTC).</summary>
    public DateTimeOffset? TenggatPada { get; set; }

    /// <summary>Reminded (UTC).</summary>
    public DateTimeOffset? DiingatkanPada { get; set; }

    /// <summary>Was overdue, and the role of escalation was told (UTC).</summary>
    public DateTimeOffset? DieskalasiPada { get; set; }

    /// <summary>Role that is told.</summary>
    public string? PeranEskalasi { get; init; }

    /// <summary>Version of the konsep when it was issued; 0 before the first.</summary>
    public int VersiKonsep { get; init; }

    /// <summary>How many comments it has.</summary>
    public int JumlahCatatan { get; set; }

    /// <summary>When it was last changed, in the order of the database; the database writes it (see <c>AliranTugas</c>).</summary>
    public long Perubahan { get; init; }

    /// <summary>Reason text, sealed; shown with the task that the return leads to.</summary>
    public string? AlasanTersegel { get; set; }
}
