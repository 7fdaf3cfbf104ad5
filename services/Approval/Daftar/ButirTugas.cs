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

    /// <summary>Handling time of ended holdings, in milliseconds.</summary>
    public required long PenangananMs { get; init; }

    /// <summary>The rest of the time since it was issued, in milliseconds.</summary>
    public required long MenungguMs { get; init; }

    /// <summary>Whether the handling time is above the SOP's Waktu baku.</summary>
    public required bool LewatWaktuBaku { get; init; }

    /// <summary>Why it came.</summary>
    public AsalButir? Asal { get; init; }

    /// <summary>Chosen outcome.</summary>
    public string? HasilDipilih { get; init; }

    /// <summary>Where to act: <c>{alamat}/klaim</c>, <c>/lepas</c>, <c>/selesai</c>.</summary>
    public required string Alamat { get; init; }
}

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

/// <summary>A page of the list.</summary>
/// <param name="Tugas">Open ones oldest first; ended ones newest first.</param>
/// <param name="Berikut">Value of <c>sesudah</c> for the next page; null at the end.</param>
public sealed record HalamanTugas(IReadOnlyList<ButirTugas> Tugas, string? Berikut);

/// <summary>How much waits at one step for one role.</summary>
/// <param name="Peran">Role.</param>
/// <param name="Nomor">SOP number.</param>
/// <param name="Terbuka">Open tasks.</param>
/// <param name="Dipegang">Of these, held by an officer.</param>
/// <param name="TertuaPada">When the oldest was issued (UTC).</param>
public sealed record JumlahTugas(string Peran, string Nomor, int Terbuka, int Dipegang, DateTimeOffset TertuaPada);
