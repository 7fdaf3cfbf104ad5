namespace Dukcapil.Standalone.Perjalanan;

/// <summary>One step that was taken (or is open now), with the SOP's columns and what was measured.</summary>
public sealed record LangkahPerjalanan
{
    /// <summary>Step number of the SOP table, for instance 3; repeated when the step is repeated.</summary>
    public required string Nomor { get; init; }

    /// <summary>Column Kegiatan.</summary>
    public required string Kegiatan { get; init; }

    /// <summary>Code of the role that acted; decides the column of the symbol.</summary>
    public required string Peran { get; init; }

    /// <summary>Symbol of PermenPANRB 35/2012.</summary>
    public required SimbolSop Simbol { get; init; }

    /// <summary>Column Mutu Baku: Kelengkapan.</summary>
    public IReadOnlyList<string> Kelengkapan { get; init; } = [];

    /// <summary>Column Mutu Baku: Waktu, minutes of handling per file.</summary>
    public int WaktuBakuMenit { get; init; }

    /// <summary>Measured handling time in seconds.</summary>
    public double PenangananDetik { get; init; }

    /// <summary>Measured waiting time in seconds: the rest between issue and completion of the task.</summary>
    public double MenungguDetik { get; init; }

    /// <summary>Column Mutu Baku: Output.</summary>
    public IReadOnlyList<string> Output { get; init; } = [];

    /// <summary>Column Keterangan.</summary>
    public string? Keterangan { get; init; }

    /// <summary>Outcome as shown to people; null while the step is open.</summary>
    public string? Hasil { get; init; }

    /// <summary>Whether the outcome sent the file back.</summary>
    public bool Kembali { get; init; }

    /// <summary>Code of the reason of a return.</summary>
    public string? KodeAlasan { get; init; }

    /// <summary>Reason of a return in words.</summary>
    public string? Alasan { get; init; }

    /// <summary>Konsep version that the step made or judged.</summary>
    public int? VersiKonsep { get; init; }

    /// <summary>Who acted, as shown to people.</summary>
    public string? Petugas { get; init; }

    /// <summary>When the step was completed; null while it is open.</summary>
    public DateTimeOffset? WaktuSelesai { get; init; }
}

/// <summary>Symbols of a step in the flowchart part of a SOP AP (PermenPANRB 35/2012).</summary>
public enum SimbolSop
{
    /// <summary>Process.</summary>
    Kotak,

    /// <summary>Decision.</summary>
    BelahKetupat,

    /// <summary>Start or end.</summary>
    Kapsul,
}
