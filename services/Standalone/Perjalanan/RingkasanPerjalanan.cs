namespace Dukcapil.Standalone.Perjalanan;

/// <summary>Totals of a way. The standard holds for the straight path, so a repeated step adds no standard time.</summary>
internal sealed record RingkasanPerjalanan
{
    private RingkasanPerjalanan(PerjalananPermohonan perjalanan)
    {
        var pernah = new HashSet<(string, string, string)>();
        var pengulangan = new List<bool>();
        foreach (var langkah in perjalanan.Langkah)
        {
            // A step number alone is not enough: step 2 of the SOP is two tasks.
            var baru = pernah.Add((langkah.Nomor, langkah.Kegiatan, langkah.Peran));
            pengulangan.Add(!baru);
            PenangananDetik += langkah.PenangananDetik;
            MenungguDetik += langkah.MenungguDetik;
            if (langkah.Kembali) Pengembalian++;
            if (baru) BakuMenit += langkah.WaktuBakuMenit;
            else PengulanganDetik += langkah.PenangananDetik;
        }

        Diulang = pengulangan;
        var akhir = perjalanan.Selesai ?? perjalanan.Langkah.Max(l => l.WaktuSelesai) ?? perjalanan.Mulai;
        LamaDetik = (akhir - perjalanan.Mulai).TotalSeconds;
    }

    public int BakuMenit { get; }

    public double PenangananDetik { get; }

    /// <summary>The part of the handling time that repeated steps took.</summary>
    public double PengulanganDetik { get; }

    public double MenungguDetik { get; }

    /// <summary>From filing to the end, or to the last completed step while running.</summary>
    public double LamaDetik { get; }

    public int Pengembalian { get; }

    /// <summary>Per step: whether the same step had been taken before.</summary>
    public IReadOnlyList<bool> Diulang { get; }

    public static RingkasanPerjalanan Dari(PerjalananPermohonan perjalanan) => new(perjalanan);
}
