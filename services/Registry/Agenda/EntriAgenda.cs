namespace Dukcapil.Registry.Agenda;

/// <summary>A line of the Buku Agenda (SOP step 7a). A voided line keeps its number and stays visible; an application has one unvoided line.</summary>
public sealed class EntriAgenda
{
    /// <summary>Office code.</summary>
    public required string Kantor { get; init; }

    /// <summary>Year by the office's calendar.</summary>
    public int Tahun { get; init; }

    /// <summary>Number within office and year, without gaps.</summary>
    public int Urut { get; init; }

    /// <summary>The number as written, for example <c>400.12.2.1/17/2026</c>.</summary>
    public required string Nomor { get; init; }

    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>Day of the entry by the office's calendar.</summary>
    public DateOnly Tanggal { get; init; }

    /// <summary>Nomor KK, sealed.</summary>
    public required string NomorKkTersegel { get; init; }

    /// <summary>Name of the head of the family, sealed.</summary>
    public required string KepalaKeluargaTersegel { get; init; }

    /// <summary>Application type.</summary>
    public required string Jenis { get; init; }

    /// <summary>Day the card was signed, by the office's calendar: its date of issue.</summary>
    public DateOnly TanggalTerbit { get; init; }

    /// <summary>Who signed.</summary>
    public required string PenandaTangan { get; init; }

    /// <summary><c>MANUAL</c> or <c>TTE</c>.</summary>
    public required string Cara { get; init; }

    /// <summary>When the cap was put on (UTC); null where none is needed (TTE).</summary>
    public DateTimeOffset? CapPada { get; init; }

    /// <summary>Who put it on.</summary>
    public string? CapOleh { get; init; }

    /// <summary>Officer id of who made the entry.</summary>
    public required string Petugas { get; init; }

    /// <summary>Name of who made the entry.</summary>
    public required string NamaPetugas { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset Pada { get; init; }

    /// <summary>Voided (UTC).</summary>
    public DateTimeOffset? BatalPada { get; set; }

    /// <summary>Why voided: <c>PENCABUTAN</c> or <c>SALAH_CETAK</c>.</summary>
    public string? SebabBatal { get; set; }
}
