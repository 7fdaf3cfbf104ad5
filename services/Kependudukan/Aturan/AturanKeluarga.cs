using Dukcapil.Kependudukan.Aturan;

namespace Dukcapil.Kependudukan;

/// <summary>One family rule: what it is called, how heavy it weighs, and where a card breaks it.</summary>
public sealed class AturanKeluarga
{
    internal AturanKeluarga(string kode, Tingkat tingkat, string pesan, string dasar) =>
        (Kode, Tingkat, Pesan, Dasar) = (kode, tingkat, pesan, dasar);

    /// <summary>All 50 rules in their order.</summary>
    public static IReadOnlyList<AturanKeluarga> Semua => DaftarAturan.Semua;

    /// <summary>Letter of the group and two digits, for example <c>P04</c>.</summary>
    public string Kode { get; }

    /// <summary>Weight.</summary>
    public Tingkat Tingkat { get; }

    /// <summary>Stage from which it holds.</summary>
    public Tahap Tahap { get; internal init; } = Tahap.Ajukan;

    /// <summary>Indonesian sentence for officers.</summary>
    public string Pesan { get; }

    /// <summary>Article or reason.</summary>
    public string Dasar { get; }

    /// <summary>Finds the places where the card breaks the rule.</summary>
    internal Func<Pemeriksaan, IEnumerable<Letak>> Cari { get; init; } =
        static _ => throw new InvalidOperationException("aturan tanpa pemeriksaan");

    internal IEnumerable<Temuan> Periksa(Pemeriksaan p) =>
        Cari(p).OrderBy(l => l.Anggota).Select(l => new Temuan(
            Kode, Tingkat, Tahap, l.Rincian is null ? Pesan : $"{Pesan}: {l.Rincian}", Dasar, l.Anggota, l.Field));
}
