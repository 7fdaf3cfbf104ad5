namespace Dukcapil.Approval.Daftar;

/// <summary>
/// How many open tasks one role has at one step, kept by a trigger in the transaction that changes the list: reading it costs nothing, however many there
/// are. Each connection counts into a drawer of its own, so that two transactions do not wait for one another; the sum is the number.
/// </summary>
public sealed class JumlahAntrean
{
    /// <summary>Office code.</summary>
    public required string Kantor { get; init; }

    /// <summary>Role.</summary>
    public required string Peran { get; init; }

    /// <summary>SOP number.</summary>
    public required string Nomor { get; init; }

    /// <summary>Drawer.</summary>
    public int Laci { get; init; }

    /// <summary>Open.</summary>
    public long Terbuka { get; init; }

    /// <summary>Of these, held by an officer.</summary>
    public long Dipegang { get; init; }

    /// <summary>Of these, urgent.</summary>
    public long Segera { get; init; }

    /// <summary>Of these, overdue.</summary>
    public long Terlambat { get; init; }
}
