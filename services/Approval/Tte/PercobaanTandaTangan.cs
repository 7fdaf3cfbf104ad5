namespace Dukcapil.Approval.Tte;

/// <summary>How an attempt stands.</summary>
public enum KeadaanPercobaan
{
    /// <summary>Begun; the answer may come until <see cref="PercobaanTandaTangan.BatasPada"/>.</summary>
    Berjalan,

    /// <summary>Signed, verified, and the step is closed with it.</summary>
    Berhasil,

    /// <summary>Nothing was signed.</summary>
    Ditolak,

    /// <summary>A file came back that is no valid signature of what was sent; it is not kept.</summary>
    TidakSah,

    /// <summary>No answer: a signature may have been made, but nobody has it and it never counts.</summary>
    TidakDiketahui,
}

/// <summary>
/// An attempt to sign. It is on record before the first byte leaves, so that a process that dies leaves it behind. Of a task at most one is under way and at most one
/// succeeds; what comes back for one that is not under way any more is thrown away. So a signature that nobody got can be made again without ever counting twice.
/// </summary>
public sealed class PercobaanTandaTangan
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; }

    /// <summary>The task.</summary>
    public required string TugasId { get; init; }

    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>Officer id.</summary>
    public required string Petugas { get; init; }

    /// <summary>The file at the Registry.</summary>
    public Guid BerkasId { get; init; }

    /// <summary>SHA-256 (hex) of the file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Version of the konsep.</summary>
    public int VersiKonsep { get; init; }

    /// <summary>Begun (UTC).</summary>
    public DateTimeOffset MulaiPada { get; init; }

    /// <summary>After this no process works on it any more (UTC).</summary>
    public DateTimeOffset BatasPada { get; init; }

    /// <summary>How it stands.</summary>
    public KeadaanPercobaan Keadaan { get; set; }

    /// <summary>Why it did not succeed, as a code.</summary>
    public string? Sebab { get; set; }

    /// <summary>Ended (UTC).</summary>
    public DateTimeOffset? SelesaiPada { get; set; }

    /// <summary>A withdrawal that came meanwhile: answered when this ends.</summary>
    public Guid? PenutupanId { get; set; }

    /// <summary>Grows with every change: answer, withdrawal and clean-up meet here, and one is first.</summary>
    public int Versi { get; set; } = 1;

    /// <summary>Ends it.</summary>
    public void Akhiri(KeadaanPercobaan keadaan, string? sebab, DateTimeOffset pada)
    {
        (Keadaan, Sebab, SelesaiPada) = (keadaan, sebab, pada);
        Versi++;
    }
}
