using System.Text.Json.Serialization;

namespace Dukcapil.Contracts;

/// <summary>The columns of one row of the SOP table, as data.</summary>
public sealed record LangkahSop
{
    /// <summary>Number in the SOP, for example <c>3</c> or <c>7d/8</c>.</summary>
    public required string Nomor { get; init; }

    /// <summary>Column Kegiatan.</summary>
    public required string Kegiatan { get; init; }

    /// <summary>Column Pelaksana: role code, for example <c>KASI</c>.</summary>
    public required string Pelaksana { get; init; }

    /// <summary>Column Kelengkapan.</summary>
    public IReadOnlyList<string> Kelengkapan { get; init; } = [];

    /// <summary>Items of Kelengkapan that the officer must confirm before an outcome that moves the file on.</summary>
    public IReadOnlyList<string> KelengkapanWajib { get; init; } = [];

    /// <summary>Requirement codes that are asked for at this step beside those of the kind of application.</summary>
    public IReadOnlyList<string> PersyaratanTambahan { get; init; } = [];

    /// <summary>Column Waktu, in minutes of handling time per file.</summary>
    public decimal WaktuBaku { get; init; }

    /// <summary>The same in milliseconds, as handling times are kept.</summary>
    [JsonIgnore]
    public long WaktuBakuMs => (long)(WaktuBaku * 60_000);

    /// <summary>Column Output.</summary>
    public IReadOnlyList<string> Output { get; init; } = [];

    /// <summary>Column Keterangan.</summary>
    public string? Keterangan { get; init; }

    /// <summary>SOP symbol: <c>kotak</c>, <c>belahKetupat</c> or <c>kapsul</c>.</summary>
    public string Simbol { get; init; } = "kotak";

    /// <summary>Working minutes from issue to due time; null: never due.</summary>
    public int? TenggatMenit { get; init; }

    /// <summary>Role that is told when it is overdue.</summary>
    public string? PeranEskalasi { get; init; }
}

/// <summary>An outcome that the officer may choose; only those the definition connects are offered.</summary>
/// <param name="Nama">Port name in the definition, for example <c>TidakSesuai</c>.</param>
/// <param name="Label">What a person reads, for example <c>Tidak sesuai</c>.</param>
/// <param name="PerluAlasan">Whether it returns the file, so that a reason is mandatory.</param>
public sealed record HasilTersedia(string Nama, string Label, bool PerluAlasan);

/// <summary>Why a task came: the task before it and how that ended.</summary>
public sealed record AsalTugas
{
    /// <summary>Id of the task before.</summary>
    public required string TugasId { get; init; }

    /// <summary>SOP number of the step before.</summary>
    public required string Langkah { get; init; }

    /// <summary>Outcome of the step before.</summary>
    public required string Hasil { get; init; }

    /// <summary>Whether that outcome was a return.</summary>
    public bool Dikembalikan { get; init; }

    /// <summary>Reason code of the return. The free text does not pass through the workflow.</summary>
    public string? KodeAlasan { get; init; }
}

/// <summary>A task for a person. Workflow → the service that serves its activity type. Idempotent by <see cref="TugasId"/>.</summary>
public sealed record TugasDiterbitkan : IMessage
{
    /// <inheritdoc/>
    public required Guid PermohonanId { get; init; }

    /// <summary>Opaque id, unique for ever.</summary>
    public required string TugasId { get; init; }

    /// <summary>Receiver: the service that serves this activity type.</summary>
    public required string Pelayan { get; init; }

    /// <summary>Office code.</summary>
    public required string Kantor { get; init; }

    /// <summary>Activity type, for example <c>Dukcapil.KoreksiKonsep</c>.</summary>
    public required string Aktivitas { get; init; }

    /// <summary>Node id in the definition.</summary>
    public required string Simpul { get; init; }

    /// <summary>The SOP row.</summary>
    public required LangkahSop Langkah { get; init; }

    /// <summary><c>MANUAL</c> or <c>TTE</c> where the activity has it.</summary>
    public string? Cara { get; init; }

    /// <summary>What the officer may choose.</summary>
    public required IReadOnlyList<HasilTersedia> Hasil { get; init; }

    /// <summary>The facts at this moment.</summary>
    public required Fakta Fakta { get; init; }

    /// <summary>Why it came; null for the first task.</summary>
    public AsalTugas? Asal { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset Pada { get; init; }
}

/// <summary>A task was completed. Owner → Workflow. Idempotent by <see cref="TugasId"/>.</summary>
public sealed record TugasDiselesaikan : IMessage
{
    /// <inheritdoc/>
    public required Guid PermohonanId { get; init; }

    /// <summary>The task.</summary>
    public required string TugasId { get; init; }

    /// <summary>Chosen outcome.</summary>
    public required string Hasil { get; init; }

    /// <summary>Facts that this step changed, with the reason code and the officer's id; the rest null.</summary>
    public required Fakta Fakta { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset Pada { get; init; }
}

/// <summary>State of a task as its owner has it.</summary>
public enum StatusTugas
{
    /// <summary>Waits for an officer, or is held by one.</summary>
    Terbuka,

    /// <summary>Completed with an outcome.</summary>
    Selesai,

    /// <summary>Closed without an outcome (withdrawal, migration).</summary>
    Ditutup,
}

/// <summary>How urgent a task is.</summary>
public enum PrioritasTugas
{
    /// <summary>In its turn.</summary>
    Biasa,

    /// <summary>Before all others; a supervisor has said so.</summary>
    Segera,
}

/// <summary>A task as it now is. Owner → Approval (everybody's list) and Intake (history). The newest <see cref="Versi"/> wins.</summary>
public sealed record TugasBerubah : IMessage
{
    /// <inheritdoc/>
    public required Guid PermohonanId { get; init; }

    /// <summary>The task.</summary>
    public required string TugasId { get; init; }

    /// <summary>Grows with every change.</summary>
    public required int Versi { get; init; }

    /// <summary>Owner; decides the address to act at.</summary>
    public required string Pelayan { get; init; }

    /// <summary>Office code.</summary>
    public required string Kantor { get; init; }

    /// <summary>Activity type.</summary>
    public required string Aktivitas { get; init; }

    /// <summary>The SOP row.</summary>
    public required LangkahSop Langkah { get; init; }

    /// <summary>What may be chosen.</summary>
    public required IReadOnlyList<HasilTersedia> Hasil { get; init; }

    /// <summary>State.</summary>
    public required StatusTugas Status { get; init; }

    /// <summary>Officer id of the holder, or of who completed it.</summary>
    public string? Pemegang { get; init; }

    /// <summary>Why it came.</summary>
    public AsalTugas? Asal { get; init; }

    /// <summary>Facts when it was issued.</summary>
    public required Fakta Fakta { get; init; }

    /// <summary>Issued (UTC).</summary>
    public required DateTimeOffset DiterbitkanPada { get; init; }

    /// <summary>Completed or closed (UTC).</summary>
    public DateTimeOffset? SelesaiPada { get; init; }

    /// <summary>Handling time so far: claim to completion, less released time, in milliseconds.</summary>
    public long PenangananMs { get; init; }

    /// <summary>Chosen outcome.</summary>
    public string? HasilDipilih { get; init; }

    /// <summary>Whether the chosen outcome returns the file.</summary>
    public bool Dikembalikan { get; init; }

    /// <summary>Reason code of a return.</summary>
    public string? KodeAlasan { get; init; }

    /// <summary>Free text of the reason, sealed: it may name a person.</summary>
    public Terlindung? Alasan { get; init; }

    /// <summary>Since when the present holder works on it (UTC).</summary>
    public DateTimeOffset? DiklaimPada { get; init; }

    /// <summary>The delegation under which it is held, or was completed; null: in the holder's own right.</summary>
    public AtasNama? AtasNama { get; init; }

    /// <summary>How urgent.</summary>
    public PrioritasTugas Prioritas { get; init; }

    /// <summary>Due (UTC).</summary>
    public DateTimeOffset? TenggatPada { get; init; }

    /// <summary>When its officers were reminded that it will soon be overdue (UTC).</summary>
    public DateTimeOffset? DiingatkanPada { get; init; }

    /// <summary>When it was overdue and the role of escalation was told (UTC).</summary>
    public DateTimeOffset? DieskalasiPada { get; init; }

    /// <summary>How many comments it has.</summary>
    public int JumlahCatatan { get; init; }
}
