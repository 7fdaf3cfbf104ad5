using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Protection;

namespace Dukcapil.Intake.Riwayat;

/// <summary>One step an application took or stands at, as its owner told; the newest version of the task wins.</summary>
public sealed class RiwayatLangkah
{
    /// <summary>The task.</summary>
    public required string TugasId { get; init; }

    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>Version of the task.</summary>
    public int Versi { get; set; }

    /// <summary>The SOP row.</summary>
    public required LangkahSop Langkah { get; init; }

    /// <summary>Its number, to count by.</summary>
    public required string Nomor { get; init; }

    /// <summary>Its standard time in milliseconds.</summary>
    public long WaktuBakuMs { get; init; }

    /// <summary>Why it came.</summary>
    public AsalTugas? Asal { get; init; }

    /// <summary>State.</summary>
    public StatusTugas Status { get; set; }

    /// <summary>Officer id.</summary>
    public string? Pemegang { get; set; }

    /// <summary>The delegation under which it is held, or was completed.</summary>
    public AtasNama? AtasNama { get; set; }

    /// <summary>Since when it is overdue (UTC).</summary>
    public DateTimeOffset? TerlambatPada { get; set; }

    /// <summary>Issued (UTC).</summary>
    public DateTimeOffset DiterbitkanPada { get; init; }

    /// <summary>Ended (UTC).</summary>
    public DateTimeOffset? SelesaiPada { get; set; }

    /// <summary>Handling time in milliseconds.</summary>
    public long PenangananMs { get; set; }

    /// <summary>Waiting time in milliseconds: what of the time between issue and end was not handling. 0 until it ends.</summary>
    public long MenungguMs { get; set; }

    /// <summary>Outcome.</summary>
    public string? Hasil { get; set; }

    /// <summary>Whether that returned the file.</summary>
    public bool Dikembalikan { get; set; }

    /// <summary>Reason code.</summary>
    public string? KodeAlasan { get; set; }

    /// <summary>Reason text, sealed.</summary>
    public string? AlasanTersegel { get; set; }

    /// <summary>Version of the konsep when the task was issued.</summary>
    public int? VersiKonsep { get; init; }
}

/// <summary>One step as shown. Times in milliseconds; waiting time is the rest of the time between issue and end.</summary>
public sealed record RincianRiwayat(
    string TugasId, LangkahSop Langkah, StatusTugas Status, string? Petugas, DateTimeOffset DiterbitkanPada, DateTimeOffset? SelesaiPada,
    long PenangananMs, long? MenungguMs, string? Hasil, bool Dikembalikan, string? KodeAlasan, string? Alasan, int? VersiKonsep, AtasNama? AtasNama,
    DateTimeOffset? TerlambatPada)
{
    internal static RincianRiwayat Dari(RiwayatLangkah r, Pelindung pelindung) => new(
        r.TugasId, r.Langkah, r.Status, r.Pemegang, r.DiterbitkanPada, r.SelesaiPada, r.PenangananMs,
        r.SelesaiPada is null ? null : r.MenungguMs,
        r.Hasil, r.Dikembalikan, r.KodeAlasan, r.AlasanTersegel is { } text ? pelindung.BukaKolom<string>(text) : null, r.VersiKonsep, r.AtasNama,
        r.TerlambatPada);
}
