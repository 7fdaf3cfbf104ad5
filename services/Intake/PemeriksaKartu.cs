using Dukcapil.Kependudukan;

namespace Dukcapil.Intake;

/// <summary>Runs the family rules as of SOP step 2 on the cards of an application, by this office's calendar and regions.</summary>
internal sealed class PemeriksaKartu(Kantor kantor, DaftarWilayah wilayah)
{
    // Missing documents are told apart from the rules: by the list of requirements, and decided by Loket, to whom documents may be shown at the counter.
    private const string AturanBerkas = "J03";

    public IReadOnlyList<Temuan> Periksa(
        KartuKeluarga kartu, IReadOnlyList<KartuTerkait> terkait, string kodeJenis, Keadaan keadaan, IReadOnlyCollection<string> lampiran, DateTimeOffset pada)
    {
        _ = JenisPermohonan.TryParse(kodeJenis, out var jenis);
        var hariIni = kantor.TanggalPada(pada);
        var temuan = PemeriksaTerkait.Periksa(kartu, terkait, new KonteksPemeriksaan
        {
            TanggalAcuan = hariIni,
            Tahap = Tahap.Ajukan,
            Jenis = jenis,
            Keadaan = keadaan.DenganKartu(kartu, hariIni),
            Lampiran = lampiran,
            Wilayah = wilayah,
            WilayahKantor = kantor.Wilayah,
        });
        return [.. temuan.Where(t => t.Kode != AturanBerkas)];
    }
}
