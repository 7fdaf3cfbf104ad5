namespace Dukcapil.Standalone.Perjalanan;

/// <summary>The way one application really took, as input of <see cref="HalamanPerjalanan"/>.</summary>
public sealed record PerjalananPermohonan
{
    /// <summary>Columns of the SOP's Pelaksana heading, left to right (SOP Pelayanan Kartu Keluarga Umum).</summary>
    public static IReadOnlyList<LajurPelaksana> LajurSop { get; } =
    [
        new("PEMOHON", "Pemohon"),
        new("LOKET", "Loket"),
        new("KASI", "Kasi"),
        new("KABID", "Kabid"),
        new("KADIS", "Kadis"),
    ];

    /// <summary>Title of the SOP or definition that the application followed.</summary>
    public required string Judul { get; init; }

    /// <summary>Public tracking code.</summary>
    public required string KodeLacak { get; init; }

    /// <summary>Number in the Buku Register (step 2); null until registered.</summary>
    public string? NomorRegister { get; init; }

    /// <summary>Number in the Buku Agenda (step 7); null until issued.</summary>
    public string? NomorAgenda { get; init; }

    /// <summary>Application type as shown to people.</summary>
    public required string Jenis { get; init; }

    /// <summary>When the application was filed.</summary>
    public required DateTimeOffset Mulai { get; init; }

    /// <summary>When it ended; null while it is running.</summary>
    public DateTimeOffset? Selesai { get; init; }

    /// <summary>Time zone of the Kantor; every time on the page is shown in it.</summary>
    public required TimeZoneInfo Zona { get; init; }

    /// <summary>Role columns; a role met in a step but not listed here gets a column of its own behind them.</summary>
    public IReadOnlyList<LajurPelaksana> Lajur { get; init; } = LajurSop;

    /// <summary>The steps in the order in which they were taken, returns and repetitions included.</summary>
    public required IReadOnlyList<LangkahPerjalanan> Langkah { get; init; }
}

/// <summary>One column of the Pelaksana heading.</summary>
/// <param name="Kode">Role code, for instance KASI.</param>
/// <param name="Nama">Heading of the column.</param>
public sealed record LajurPelaksana(string Kode, string Nama);
