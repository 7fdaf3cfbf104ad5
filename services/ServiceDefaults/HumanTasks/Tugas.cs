using Dukcapil.Contracts;

namespace Dukcapil.ServiceDefaults.HumanTasks;

/// <summary>A task of a person, in the service that owns it. One row per task for ever; its id is the effect key of issuing and completing it.</summary>
public sealed class Tugas
{
    /// <summary>Opaque id, given by the workflow.</summary>
    public required string Id { get; init; }

    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>Office code.</summary>
    public required string Kantor { get; init; }

    /// <summary>Activity type.</summary>
    public required string Aktivitas { get; init; }

    /// <summary>Node id in the definition.</summary>
    public required string Simpul { get; init; }

    /// <summary>Role that may act.</summary>
    public required string Peran { get; init; }

    /// <summary>The SOP row (JSON of <see cref="LangkahSop"/>).</summary>
    public required LangkahSop Langkah { get; init; }

    /// <summary><c>MANUAL</c> or <c>TTE</c>.</summary>
    public string? Cara { get; init; }

    /// <summary>What may be chosen.</summary>
    public required IReadOnlyList<HasilTersedia> Hasil { get; init; }

    /// <summary>Facts when it was issued.</summary>
    public required Fakta Fakta { get; init; }

    /// <summary>Why it came.</summary>
    public AsalTugas? Asal { get; init; }

    /// <summary>State.</summary>
    public StatusTugas Status { get; set; }

    /// <summary>Officer id of the holder, later of who completed it.</summary>
    public string? Pemegang { get; set; }

    /// <summary>Issued (UTC).</summary>
    public DateTimeOffset DiterbitkanPada { get; init; }

    /// <summary>Claimed by the present holder (UTC).</summary>
    public DateTimeOffset? DiklaimPada { get; set; }

    /// <summary>Completed or closed (UTC).</summary>
    public DateTimeOffset? SelesaiPada { get; set; }

    /// <summary>Handling time of earlier holders and of the last one, in milliseconds.</summary>
    public long PenangananMs { get; set; }

    /// <summary>Chosen outcome.</summary>
    public string? HasilDipilih { get; set; }

    /// <summary>Reason code of a return.</summary>
    public string? KodeAlasan { get; set; }

    /// <summary>Reason text, sealed.</summary>
    public string? AlasanTersegel { get; set; }

    /// <summary>SHA-256 (hex) of the completing request: the same again gets the first answer.</summary>
    public string? SidikPermintaan { get; set; }

    /// <summary>First answer to the completing request (JSON), sealed.</summary>
    public string? JawabanTersegel { get; set; }

    /// <summary>Facts sent with the completion; kept so that the message can be rebuilt.</summary>
    public Fakta? FaktaSelesai { get; set; }

    /// <summary>The delegation under which it is held, or was completed; null: in the holder's own right.</summary>
    public AtasNama? AtasNama { get; set; }

    /// <summary>How urgent.</summary>
    public PrioritasTugas Prioritas { get; set; }

    /// <summary>How many comments it has.</summary>
    public int JumlahCatatan { get; set; }

    /// <summary>Due (UTC); null: never.</summary>
    public DateTimeOffset? TenggatPada { get; set; }

    /// <summary>When to remind (UTC).</summary>
    public DateTimeOffset? PengingatPada { get; set; }

    /// <summary>When the clock has something to do with it next (UTC); null: nothing more.</summary>
    public DateTimeOffset? PeriksaPada { get; set; }

    /// <summary>Reminded (UTC).</summary>
    public DateTimeOffset? DiingatkanPada { get; set; }

    /// <summary>Was overdue, and the role of escalation was told (UTC).</summary>
    public DateTimeOffset? DieskalasiPada { get; set; }

    /// <summary>W3C trace context in which it came here: where the trace ended that waits for a person.</summary>
    public string? Jejak { get; init; }

    /// <summary>Grows with every change; two officers on one version: one wins.</summary>
    public int Versi { get; set; } = 1;

    /// <summary>Whether the chosen outcome returns the file.</summary>
    public bool Dikembalikan => HasilDipilih is not null && Hasil.Any(h => h.Nama == HasilDipilih && h.PerluAlasan);

    /// <summary>Gives it to an officer and starts the handling time.</summary>
    public void Klaim(string petugas, DateTimeOffset pada, AtasNama? atasNama = null)
    {
        if (Pemegang == petugas && DiklaimPada is not null && AtasNama == atasNama) return;
        HitungPenanganan(pada);
        (Pemegang, DiklaimPada, AtasNama) = (petugas, pada, atasNama);
        Versi++;
    }

    /// <summary>Takes it back from its holder; the time held so far stays counted.</summary>
    public void Lepas(DateTimeOffset pada) => Alihkan(null, pada);

    /// <summary>Lays it before another officer, whose handling time begins when the task is opened; null: back into the queue.</summary>
    public void Alihkan(string? petugas, DateTimeOffset pada, AtasNama? atasNama = null)
    {
        HitungPenanganan(pada);
        (Pemegang, DiklaimPada, AtasNama) = (petugas, null, atasNama);
        Versi++;
    }

    /// <summary>Sets how urgent it is.</summary>
    public void Prioritaskan(PrioritasTugas prioritas)
    {
        if (Prioritas == prioritas) return;
        Prioritas = prioritas;
        Versi++;
    }

    /// <summary>A comment was added.</summary>
    public void TambahCatatan()
    {
        JumlahCatatan++;
        Versi++;
    }

    /// <summary>Reminds or escalates, whichever has come; false when neither has.</summary>
    public bool Ingatkan(DateTimeOffset pada)
    {
        if (Status != StatusTugas.Terbuka || PeriksaPada is null || PeriksaPada > pada) return false;
        if (TenggatPada <= pada) (DieskalasiPada, PeriksaPada) = (pada, null);
        else (DiingatkanPada, PeriksaPada) = (pada, TenggatPada);
        Versi++;
        return true;
    }

    /// <summary>Ends it with an outcome.</summary>
    public void Selesaikan(string hasil, Fakta fakta, string? alasanTersegel, DateTimeOffset pada)
    {
        ArgumentNullException.ThrowIfNull(fakta);
        HitungPenanganan(pada);
        (HasilDipilih, FaktaSelesai, AlasanTersegel) = (hasil, fakta, alasanTersegel);
        KodeAlasan = fakta.KodeAlasan is { Length: > 0 } kode ? kode : null;
        Akhiri(StatusTugas.Selesai, pada);
    }

    /// <summary>Ends it without an outcome.</summary>
    public void Tutup(DateTimeOffset pada)
    {
        HitungPenanganan(pada);
        Akhiri(StatusTugas.Ditutup, pada);
    }

    private void HitungPenanganan(DateTimeOffset pada)
    {
        if (DiklaimPada is { } sejak) PenangananMs += Math.Max(0, (long)(pada - sejak).TotalMilliseconds);
    }

    private void Akhiri(StatusTugas status, DateTimeOffset pada)
    {
        Status = status;
        SelesaiPada = pada;
        PeriksaPada = null;
        Versi++;
    }
}
