using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Dukcapil.Contracts;

/// <summary>
/// Who may act for whom in one office, and when the office works. Approval → every service that owns tasks; whole each time, the newest
/// <see cref="Versi"/> wins. Repeated as a sign of life while there are delegations: a service that hears no more of it refuses delegated acts.
/// </summary>
public sealed record WewenangTerbit : IMessage
{
    /// <summary>No application: the stream of the office (<see cref="Aliran"/>).</summary>
    public required Guid PermohonanId { get; init; }

    /// <summary>Office code.</summary>
    public required string Kantor { get; init; }

    /// <summary>Grows with every change.</summary>
    public required int Versi { get; init; }

    /// <summary>Sealed <see cref="WewenangKantor"/>: it names officers.</summary>
    public required Terlindung Isi { get; init; }

    /// <summary>When this was true at Approval (UTC).</summary>
    public required DateTimeOffset Pada { get; init; }

    /// <summary>The stream in which messages about an office keep their order.</summary>
    public static Guid Aliran(string kantor) => new(SHA256.HashData(Encoding.UTF8.GetBytes("kantor:" + kantor)).AsSpan(0, 16), bigEndian: true);
}

/// <summary>An office and its delegations.</summary>
/// <param name="Kantor">The office.</param>
/// <param name="Delegasi">Those that have not ended, and those that ended a short while ago.</param>
public sealed record WewenangKantor(KeteranganKantor Kantor, IReadOnlyList<Delegasi> Delegasi);

/// <summary>An office.</summary>
/// <param name="Kode">Code.</param>
/// <param name="Nama">Name.</param>
/// <param name="Wilayah">Region code, for example <c>99.01</c>.</param>
/// <param name="Zona">IANA time zone.</param>
/// <param name="Kalender">When it works.</param>
public sealed record KeteranganKantor(string Kode, string Nama, string Wilayah, string Zona, KalenderKerja Kalender);

/// <summary>When an office works.</summary>
/// <param name="Jam">Hours of the week; a day may have several, a day without any is free.</param>
/// <param name="Libur">Holidays.</param>
public sealed record KalenderKerja(IReadOnlyList<JamKerja> Jam, IReadOnlyList<DateOnly> Libur)
{
    /// <summary>37.5 hours in five days (Perpres 21/2023 article 4), rest taken out, no holidays.</summary>
    public static KalenderKerja Lazim { get; } = new(
        [
            .. Enumerable.Range(1, 4).SelectMany(hari => (JamKerja[])
                [new((Hari)hari, new(7, 30), new(12, 0)), new((Hari)hari, new(13, 0), new(16, 0))]),
            new(Hari.Jumat, new(7, 30), new(11, 30)), new(Hari.Jumat, new(13, 0), new(16, 30)),
        ],
        []);
}

/// <summary>Hours of one day of the week, on the office's clock.</summary>
/// <param name="Hari">Day of the week.</param>
/// <param name="Buka">From.</param>
/// <param name="Tutup">To.</param>
public sealed record JamKerja(Hari Hari, TimeOnly Buka, TimeOnly Tutup);

/// <summary>Kind of delegation.</summary>
public enum JenisDelegasi
{
    /// <summary>Pelaksana harian: the holder is away for a while.</summary>
    Plh,

    /// <summary>Pelaksana tugas: the post is vacant, or its holder is away for long.</summary>
    Plt,
}

/// <summary>One officer acts in a role of another, for a time.</summary>
public sealed record Delegasi
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Kind.</summary>
    public required JenisDelegasi Jenis { get; init; }

    /// <summary>The role.</summary>
    public required string Peran { get; init; }

    /// <summary>Activity types it is limited to; none: everything of the role.</summary>
    public IReadOnlyList<string> Aktivitas { get; init; } = [];

    /// <summary>Officer id of whose authority it is; null when the post is vacant (Plt).</summary>
    public string? Pemberi { get; init; }

    /// <summary>That officer's name.</summary>
    public string? NamaPemberi { get; init; }

    /// <summary>Officer id of who acts.</summary>
    public required string Penerima { get; init; }

    /// <summary>That officer's name.</summary>
    public required string NamaPenerima { get; init; }

    /// <summary>From (UTC).</summary>
    public required DateTimeOffset Mulai { get; init; }

    /// <summary>To (UTC), not included.</summary>
    public required DateTimeOffset Sampai { get; init; }

    /// <summary>Ended before its time (UTC).</summary>
    public DateTimeOffset? DicabutPada { get; init; }

    /// <summary>When it ends or has ended (UTC).</summary>
    public DateTimeOffset BerakhirPada => DicabutPada is { } dicabut && dicabut < Sampai ? dicabut : Sampai;

    /// <summary>Whether it holds at that moment.</summary>
    public bool Berlaku(DateTimeOffset pada) => Mulai <= pada && pada < BerakhirPada;

    /// <summary>Whether it covers tasks of that role and type.</summary>
    public bool Mencakup(string peran, string? aktivitas) =>
        Peran == peran && (Aktivitas.Count == 0 || (aktivitas is not null && Aktivitas.Contains(aktivitas)));
}

/// <summary>On whose behalf an act was done. Ids and codes only.</summary>
/// <param name="DelegasiId">The delegation.</param>
/// <param name="Jenis">Its kind.</param>
/// <param name="Peran">The role.</param>
/// <param name="Pemberi">Officer id of whose authority it is; null when the post is vacant.</param>
public sealed record AtasNama(Guid DelegasiId, JenisDelegasi Jenis, string Peran, string? Pemberi)
{
    /// <summary>Acts under that delegation; null: in the own right.</summary>
    [return: NotNullIfNotNull(nameof(delegasi))]
    public static AtasNama? Dari(Delegasi? delegasi) => delegasi is null ? null : new(delegasi.Id, delegasi.Jenis, delegasi.Peran, delegasi.Pemberi);

    /// <summary>As the audit journal has it, for example <c>Plh KABID petugas-7</c>.</summary>
    public string Teks => Pemberi is null ? $"{Jenis} {Peran}" : $"{Jenis} {Peran} {Pemberi}";
}
