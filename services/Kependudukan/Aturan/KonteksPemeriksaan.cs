namespace Dukcapil.Kependudukan;

/// <summary>Everything a check needs beside the card. Plain data, fetched by the caller: rules do no I/O.</summary>
public sealed record KonteksPemeriksaan
{
    /// <summary>Today at the office (<see cref="Kantor.TanggalPada"/>): ages and "not in the future" are as of this day.</summary>
    public required DateOnly TanggalAcuan { get; init; }

    /// <summary>Stage; at <see cref="Tahap.Cetak"/> the rules of both stages hold.</summary>
    public Tahap Tahap { get; init; }

    /// <summary>Kind of application; null checks the card alone (no J rule).</summary>
    public JenisPermohonan? Jenis { get; init; }

    /// <summary>Circumstances of the application, for its requirements and for the former head.</summary>
    public Keadaan Keadaan { get; init; } = new();

    /// <summary>Codes of the documents attached.</summary>
    public IReadOnlyCollection<string> Lampiran { get; init; } = [];

    /// <summary>Numbers of the cards the members come from, as named by the application.</summary>
    public IReadOnlyCollection<string> KkAsal { get; init; } = [];

    /// <summary>What the local register holds about these members and this number.</summary>
    public RegisterLokal Register { get; init; } = new();

    /// <summary>Known regions.</summary>
    public DaftarWilayah Wilayah { get; init; } = DaftarWilayah.Bawaan;

    /// <summary>Kabupaten/kota of the office; null leaves A02 out.</summary>
    public KodeWilayah? WilayahKantor { get; init; }

    /// <summary>
    /// The card as it was before this application: its head, and which marital statuses are not new. Null when there was none or it is
    /// not known.
    /// </summary>
    public KartuKeluarga? KartuLama { get; init; }

    /// <summary>The cards of origin as they remain once the members have left; for a split.</summary>
    public IReadOnlyList<KartuKeluarga> KartuAsalSesudah { get; init; } = [];

    /// <summary>Gives nothing away: the context holds data of persons.</summary>
    public override string ToString() => $"KonteksPemeriksaan {{ Jenis = {Jenis}, Tahap = {Tahap}, TanggalAcuan = {TanggalAcuan:O} }}";
}
