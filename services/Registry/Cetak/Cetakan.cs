namespace Dukcapil.Registry.Cetak;

/// <summary>How a print attempt ended.</summary>
public enum HasilCetak
{
    /// <summary>The card is there and agrees with the konsep.</summary>
    Berhasil,

    /// <summary>No card, or one that does not agree.</summary>
    Gagal,

    /// <summary>A sheet that was printed and on record, and is destroyed: a new one is needed.</summary>
    Rusak,
}

/// <summary>One attempt to print. Blanks are accountable: failed ones stay on record.</summary>
public sealed class Cetakan
{
    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>1, 2, 3 … within the application.</summary>
    public int Percobaan { get; init; }

    /// <summary>How it ended.</summary>
    public HasilCetak Hasil { get; init; }

    /// <summary>Sheets that were spoiled and destroyed.</summary>
    public int LembarRusak { get; init; }

    /// <summary>Why it failed or was spoiled, or why it was printed again (sealed: it may name a person).</summary>
    public string? SebabTersegel { get; init; }

    /// <summary>Officer id.</summary>
    public required string Petugas { get; init; }

    /// <summary>Officer's name.</summary>
    public required string NamaPetugas { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset Pada { get; init; }
}
