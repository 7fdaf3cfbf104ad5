namespace Dukcapil.Registry.Arsip;

/// <summary>What is wrong with a file.</summary>
public enum KeadaanBerkas
{
    /// <summary>Not in the store.</summary>
    Hilang,

    /// <summary>Does not open, or is another content.</summary>
    Berubah,
}

/// <summary>A finding: ids and codes, nothing personal.</summary>
/// <param name="BerkasId">Which file.</param>
/// <param name="PermohonanId">Of which application.</param>
/// <param name="Nama">Name in the store: with it the file is found in a backup.</param>
/// <param name="Keadaan">What is wrong.</param>
public sealed record TemuanArsip(Guid BerkasId, Guid PermohonanId, string Nama, KeadaanBerkas Keadaan);

/// <summary>Report of one integrity check over the whole archive.</summary>
public sealed class PemeriksaanArsip
{
    /// <summary>Id; in the order of time.</summary>
    public Guid Id { get; init; }

    /// <summary>Number of the turn, which one replica takes; null: out of turn.</summary>
    public long? Giliran { get; init; }

    /// <summary>Begun (UTC).</summary>
    public DateTimeOffset MulaiPada { get; init; }

    /// <summary>Ended (UTC); null: running, or ended by a crash.</summary>
    public DateTimeOffset? SelesaiPada { get; set; }

    /// <summary>Files read.</summary>
    public int Diperiksa { get; set; }

    /// <summary>Files damaged or gone; at most 1,000 are named.</summary>
    public int Rusak { get; set; }

    /// <summary>Files whose time of keeping was over and whose content went.</summary>
    public int Dimusnahkan { get; set; }

    /// <summary>Which.</summary>
    public required IReadOnlyList<TemuanArsip> Temuan { get; set; }
}
