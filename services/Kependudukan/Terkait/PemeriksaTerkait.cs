namespace Dukcapil.Kependudukan;

/// <summary>Checks all cards of an application: the applied one in its context, every other one by itself, and what holds between them.</summary>
public static class PemeriksaTerkait
{
    /// <summary>All findings, the applied card's first; <see cref="Temuan.Terkait"/> says on which card.</summary>
    public static IReadOnlyList<Temuan> Periksa(KartuKeluarga kartu, IReadOnlyList<KartuTerkait> terkait, KonteksPemeriksaan konteks)
    {
        var sesudah = terkait.Where(t => t.Peran == PeranKartu.Asal).Select(t => t.KartuKeluarga).ToList();
        var utama = PemeriksaKeluarga.Periksa(kartu, konteks with
        {
            KartuLama = terkait.FirstOrDefault(t => t.Peran == PeranKartu.Lama)?.KartuKeluarga ?? konteks.KartuLama,
            KartuAsalSesudah = sesudah.Count > 0 ? sesudah : konteks.KartuAsalSesudah,
        });
        var lain = terkait.SelectMany((t, i) => Diperiksa(t)
            ? PemeriksaKeluarga.Periksa(t.KartuKeluarga, konteks with { Jenis = null, Keadaan = new(), Lampiran = [] }).Select(x => x with { Terkait = i })
            : []);
        return [.. utama, .. lain, .. AturanTerkait.Periksa(kartu, terkait, konteks.Jenis)];
    }

    // A card as it was cannot be corrected here, and one that nobody is left on is closed.
    private static bool Diperiksa(KartuTerkait terkait) =>
        terkait.Peran == PeranKartu.Tujuan || (terkait.Peran == PeranKartu.Asal && terkait.KartuKeluarga.Anggota.Count > 0);
}
