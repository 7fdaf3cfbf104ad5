using Dukcapil.Approval.Berkas;
using Dukcapil.Contracts;

namespace Dukcapil.Approval.Daftar;

/// <summary>A task in the list.</summary>
public sealed record ButirTugas
{
    /// <summary>The task.</summary>
    public required string TugasId { get; init; }

    /// <summary>The application.</summary>
    public required Guid PermohonanId { get; init; }

    /// <summary>Activity type; decides the form to show.</summary>
    public required string Aktivitas { get; init; }

    /// <summary>Step of the SOP.</summary>
    public required LangkahTugas Langkah { get; init; }

    /// <summary>Role that may act.</summary>
    public required string Peran { get; init; }

    /// <summary>What may be chosen.</summary>
    public required IReadOnlyList<HasilTersedia> Hasil { get; init; }

    /// <summary>State.</summary>
    public required StatusTugas Status { get; init; }

    /// <summary>Officer id of the holder, or of who completed it.</summary>
    public string? Pemegang { get; init; }

    /// <summary>Issued (UTC).</summary>
    public required DateTimeOffset DiterbitkanPada { get; init; }

    /// <summary>Completed or closed (UTC).</summary>
    public DateTimeOffset? SelesaiPada { get; init; }

    /// <summary>Since when the holder works on it (UTC).</summary>
    public DateTimeOffset? DiklaimPada { get; init; }

    /// <summary>The delegation under which it is held, or was completed.</summary>
    public AtasNama? AtasNama { get; init; }

    /// <summary>The delegation by which the officer who asks may act; null: in the own right.</summary>
    public AtasNama? Melalui { get; init; }

    /// <summary>How urgent.</summary>
    public required PrioritasTugas Prioritas { get; init; }

    /// <summary>Handling time up to now, in milliseconds.</summary>
    public required long PenangananMs { get; init; }

    /// <summary>The rest of the time since it was issued, in milliseconds.</summary>
    public required long MenungguMs { get; init; }

    /// <summary>Whether the handling time is above the SOP's Waktu baku.</summary>
    public required bool LewatWaktuBaku { get; init; }

    /// <summary>Due (UTC).</summary>
    public DateTimeOffset? TenggatPada { get; init; }

    /// <summary>Whether that is over.</summary>
    public required bool LewatTenggat { get; init; }

    /// <summary>When its officers were reminded (UTC).</summary>
    public DateTimeOffset? DiingatkanPada { get; init; }

    /// <summary>When the role of escalation was told (UTC).</summary>
    public DateTimeOffset? DieskalasiPada { get; init; }

    /// <summary>That role.</summary>
    public string? PeranEskalasi { get; init; }

    /// <summary>Why it came.</summary>
    public AsalButir? Asal { get; init; }

    /// <summary>Chosen outcome.</summary>
    public string? HasilDipilih { get; init; }

    /// <summary>How many comments it has; they are at <c>{alamat}/catatan</c>.</summary>
    public required int JumlahCatatan { get; init; }

    /// <summary>Where to act: <c>{alamat}/klaim</c>, <c>/lepas</c>, <c>/selesai</c>, <c>/alihkan</c>, <c>/prioritas</c>, <c>/catatan</c>.</summary>
    public required string Alamat { get; init; }

    /// <summary>What belongs to it.</summary>
    public required TautanTugas Tautan { get; init; }
}

/// <summary>Addresses of what belongs to a task.</summary>
/// <param name="Permohonan">The application, with its attachments.</param>
/// <param name="Riwayat">The way it has taken.</param>
/// <param name="Konsep">The konsep, with what has changed since the version before and since the one that this officer saw last; null before the first.</param>
public sealed record TautanTugas(string Permohonan, string Riwayat, string? Konsep);

/// <summary>Step of the SOP.</summary>
/// <param name="Nomor">Number, for example <c>3</c>.</param>
/// <param name="Kegiatan">Column Kegiatan.</param>
/// <param name="WaktuBakuMs">Column Waktu, in milliseconds.</param>
public sealed record LangkahTugas(string Nomor, string Kegiatan, long WaktuBakuMs);

/// <summary>The step before.</summary>
/// <param name="Langkah">Its SOP number.</param>
/// <param name="Hasil">Its outcome.</param>
/// <param name="Dikembalikan">Whether that was a return.</param>
/// <param name="KodeAlasan">Reason code of the return.</param>
/// <param name="Alasan">Reason in words.</param>
public sealed record AsalButir(string Langkah, string Hasil, bool Dikembalikan, string? KodeAlasan, string? Alasan);

/// <summary>A task with everything that led to it.</summary>
/// <param name="Tugas">The task.</param>
/// <param name="Riwayat">All tasks of its application, oldest first.</param>
/// <param name="Paraf">Parafs, lapsed ones included, with the reason.</param>
public sealed record UraianTugas(ButirTugas Tugas, IReadOnlyList<LangkahRiwayat> Riwayat, IReadOnlyList<ParafTugas> Paraf);

/// <summary>One step an application took.</summary>
public sealed record LangkahRiwayat(
    string TugasId, string Nomor, string Kegiatan, string Peran, StatusTugas Status, string? Petugas, AtasNama? AtasNama, DateTimeOffset DiterbitkanPada,
    DateTimeOffset? SelesaiPada, long PenangananMs, string? Hasil, bool Dikembalikan, string? KodeAlasan, string? Alasan);

/// <summary>A paraf, as whoever corrects next must know it.</summary>
public sealed record ParafTugas(
    int VersiKonsep, string Peran, string Petugas, string NamaPetugas, AtasNama? AtasNama, DateTimeOffset Pada, DateTimeOffset? GugurPada, SebabGugur? SebabGugur);

/// <summary>A page of the list.</summary>
/// <param name="Tugas">In the order asked for.</param>
/// <param name="Berikut">Value of <c>sesudah</c> for the next page; null at the end.</param>
public sealed record HalamanTugas(IReadOnlyList<ButirTugas> Tugas, string? Berikut);

/// <summary>How much waits at one step for one role.</summary>
/// <param name="Peran">Role.</param>
/// <param name="Nomor">SOP number.</param>
/// <param name="Terbuka">Open tasks.</param>
/// <param name="Dipegang">Of these, held by an officer.</param>
/// <param name="Segera">Of these, urgent.</param>
/// <param name="Terlambat">Of these, overdue.</param>
/// <param name="TertuaPada">When the oldest was issued (UTC).</param>
/// <param name="Melalui">The delegation by which the officer who asks sees the queue; null: an own role.</param>
public sealed record JumlahTugas(
    string Peran, string Nomor, long Terbuka, long Dipegang, long Segera, long Terlambat, DateTimeOffset? TertuaPada, AtasNama? Melalui = null);
