using Dukcapil.Kependudukan.Aturan;

namespace Dukcapil.Kependudukan;

/// <summary>
/// What holds between the cards of one application, beside the 50 rules that hold on each (codes T: ours, the rules know one card only). Every touched card
/// keeps exactly one head: that is K02 on the card itself, and J01 for the origin of a split.
/// </summary>
internal static class AturanTerkait
{
    private const string SatuKartu = "UU 23/2006 ps 62(1)";

    public static IEnumerable<Temuan> Periksa(KartuKeluarga kartu, IReadOnlyList<KartuTerkait> terkait, JenisPermohonan? jenis) =>
        [.. OrangGanda(kartu, terkait), .. Nomor(kartu, terkait), .. TanpaAsal(terkait, jenis)];

    /// <summary>A person stands on one card: who leaves is not on the card of origin any more.</summary>
    private static IEnumerable<Temuan> OrangGanda(KartuKeluarga kartu, IReadOnlyList<KartuTerkait> terkait)
    {
        var terdahulu = new List<Anggota>(kartu.Anggota.OfType<Anggota>());
        for (var i = 0; i < terkait.Count; i++)
        {
            if (terkait[i].Peran == PeranKartu.Lama) continue;
            var anggota = terkait[i].KartuKeluarga.Anggota;
            for (var baris = 0; baris < anggota.Count; baris++)
            {
                if (anggota[baris] is { } orang && terdahulu.Any(lain => NamaOrang.SamaOrang(orang, lain)))
                    yield return new Temuan("T01", Tingkat.Error, Tahap.Ajukan, "Orang yang sama ada pada dua KK permohonan ini", SatuKartu, baris, "nama", i);
            }
            terdahulu.AddRange(anggota.OfType<Anggota>());
        }
    }

    /// <summary>Cards are told apart by their numbers; a card that people leave has one.</summary>
    private static IEnumerable<Temuan> Nomor(KartuKeluarga kartu, IReadOnlyList<KartuTerkait> terkait)
    {
        for (var i = 0; i < terkait.Count; i++)
        {
            var (peran, ini) = terkait[i];
            if (peran == PeranKartu.Lama) continue;
            if (string.IsNullOrWhiteSpace(ini.NomorKk))
            {
                if (peran == PeranKartu.Asal)
                    yield return new Temuan("T02", Tingkat.Error, Tahap.Ajukan, "Nomor KK asal wajib diisi", "UU 23/2006 ps 61(3)", null, "nomorKk", i);
                continue;
            }
            var lain = terkait.Take(i).Where(t => t.Peran != PeranKartu.Lama).Select(t => t.KartuKeluarga).Append(kartu);
            if (lain.Any(k => k.NomorKk == ini.NomorKk))
                yield return new Temuan("T02", Tingkat.Error, Tahap.Ajukan, "Nomor KK sama dengan KK lain permohonan ini", "UU 23/2006 ps 61(3)", null, "nomorKk", i);
        }
    }

    private static IEnumerable<Temuan> TanpaAsal(IReadOnlyList<KartuTerkait> terkait, JenisPermohonan? jenis)
    {
        if (jenis == JenisPermohonan.Pisah && terkait.All(t => t.Peran != PeranKartu.Asal))
        {
            yield return new Temuan(
                "T03", Tingkat.Warning, Tahap.Ajukan, "KK asal sesudah pisah belum disertakan; KK asal harus diubah bersama", "Permendagri 108/2019 ps 10(4)", null,
                "kartuTerkait");
        }
    }
}
