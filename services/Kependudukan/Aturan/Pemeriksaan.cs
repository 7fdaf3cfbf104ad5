namespace Dukcapil.Kependudukan.Aturan;

/// <summary>One card in its context, with what several rules ask for worked out once.</summary>
internal sealed class Pemeriksaan
{
    private static readonly Anggota kosong = new();

    public Pemeriksaan(KartuKeluarga kartu, KonteksPemeriksaan konteks)
    {
        (Kartu, Konteks) = (kartu, konteks);
        Semua = [.. kartu.Anggota.Select((a, i) => new Baris(i, a ?? kosong, konteks.TanggalAcuan))];
        Istri = Dengan(Shdk.Istri);
        Anak = Dengan(Shdk.Anak);
        Pasangan = [.. Semua.Where(a => a.Pasangan)];
        var kepala = Dengan(Shdk.KepalaKeluarga);
        Kepala = kepala.Count == 1 ? kepala[0] : null;
        JumlahKepala = kepala.Count;
    }

    public KartuKeluarga Kartu { get; }

    public KonteksPemeriksaan Konteks { get; }

    public DateOnly HariIni => Konteks.TanggalAcuan;

    public IReadOnlyList<Baris> Semua { get; }

    /// <summary>
    /// Null unless there is exactly one: every relation on the card is one to the head, so without that person only K02 has something to
    /// say.
    /// </summary>
    public Baris? Kepala { get; }

    public int JumlahKepala { get; }

    /// <summary>Members entered as SUAMI or ISTRI.</summary>
    public IReadOnlyList<Baris> Pasangan { get; }

    public IReadOnlyList<Baris> Istri { get; }

    public IReadOnlyList<Baris> Anak { get; }

    public List<Baris> Dengan(int shdk) => [.. Semua.Where(a => a.Shdk == shdk)];
}
