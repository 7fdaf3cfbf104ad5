namespace Dukcapil.Contracts;

/// <summary>
/// What a workflow definition may know of an application: non-personal facts, given at start and with every completed task.
/// Their JSON names are the names of the definition's variables. A null leaves the variable as it is.
/// </summary>
public sealed record Fakta
{
    /// <summary>Application type, for example <c>KK_BARU_PISAH</c>.</summary>
    public string? Jenis { get; init; }

    /// <summary>Whether a representative files (F-1.07).</summary>
    public bool? Wakil { get; init; }

    /// <summary>Number of members on the card.</summary>
    public int? JumlahAnggota { get; init; }

    /// <summary>Number of WARNING findings in the present konsep.</summary>
    public int? JumlahPeringatan { get; init; }

    /// <summary>Version of the present konsep; 0 before the first.</summary>
    public int? VersiKonsep { get; init; }

    /// <summary>Outcome of the last completed task.</summary>
    public string? Keputusan { get; init; }

    /// <summary>Reason code of the last return, or empty.</summary>
    public string? KodeAlasan { get; init; }

    /// <summary>Officer id of whoever completed the last task; never a name.</summary>
    public string? Pelaksana { get; init; }

    /// <summary>How often the application has been returned.</summary>
    public int? JumlahPengembalian { get; init; }
}
