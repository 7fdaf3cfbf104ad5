using Xunit;

namespace Dukcapil.Kependudukan.Tests.Terkait;

/// <summary>Several cards of one application: what the 50 rules say of each, and what holds between them.</summary>
public class TerkaitTests
{
    private static readonly KartuKeluarga Anak = Keluarga.Inti.Dengan(Keluarga.AnakKawin with { Shdk = 1, StatusKawin = 1, TanggalKawin = null }) with { NomorKk = null };
    private static readonly KartuKeluarga Asal = Keluarga.Inti with { NomorKk = "9901010101150009" };

    private static string[] Temuan(KartuKeluarga kartu, JenisPermohonan? jenis, params KartuTerkait[] terkait)
    {
        var temuan = PemeriksaTerkait.Periksa(kartu, terkait, Keluarga.Konteks with { Jenis = jenis, Lampiran = ["F-1.02", "KK_LAMA", "KTP_EL"] });
        return [.. temuan.Where(t => t.Tingkat != Tingkat.Info).Select(t => $"{t.Kode}@{t.Terkait}.{t.Anggota}.{t.Field}")];
    }

    private static KartuTerkait Dari(KartuKeluarga kartu) => new(PeranKartu.Asal, kartu);

    [Fact]
    public void A_split_whose_origin_keeps_its_head_is_in_order() => Assert.Empty(Temuan(Anak, JenisPermohonan.Pisah, Dari(Asal)));

    [Fact]
    public void An_origin_without_a_head_is_found_on_its_own_card_and_as_a_condition_of_the_split() =>
        Assert.Equal(["J01@..kartuTerkait", "K02@0..shdk"], Temuan(Anak, JenisPermohonan.Pisah, Dari(Asal.Dengan(Keluarga.Siti, Keluarga.Budi))));

    [Fact]
    public void A_destination_with_two_heads_is_found_there()
    {
        var dua = Asal.Dengan(Keluarga.Ahmad, Keluarga.Siti with { Shdk = 1 });
        Assert.Contains("K02@1..shdk", Temuan(Anak, JenisPermohonan.Pisah, Dari(Asal with { NomorKk = "9901010101150010", Anggota = [Keluarga.Sendiri] }), new(PeranKartu.Tujuan, dua)));
    }

    [Fact]
    public void Who_leaves_is_not_on_the_card_of_origin_any_more()
    {
        Assert.Equal(["T01@0.1.nama"], Temuan(Anak, null, Dari(Asal.Dengan(Keluarga.Sendiri, Anak.Anggota[0] with { Shdk = 4 }))));
        Assert.Equal(["T01@0.1.nama"], Temuan(Anak, null, Dari(Asal.Dengan(Keluarga.Sendiri, Anak.Anggota[0] with { Nik = null, Nama = "Dimas Contoh", Shdk = 4 }))));
    }

    [Fact]
    public void Cards_are_told_apart_by_their_numbers()
    {
        Assert.Equal(["T02@0..nomorKk"], Temuan(Anak, null, Dari(Asal with { NomorKk = null })));
        Assert.Equal(["T02@0..nomorKk"], Temuan(Anak with { NomorKk = Asal.NomorKk }, null, Dari(Asal)));
        Assert.Equal(["T02@1..nomorKk"], Temuan(Anak, null, Dari(Asal.Dengan(Keluarga.Sendiri)), Dari(Asal.Dengan(Keluarga.Sendiri with { Nama = "RATNA CONTOH", Nik = null }))));
    }

    [Fact]
    public void A_split_without_its_origin_is_asked_about() => Assert.Equal(["T03@..kartuTerkait"], Temuan(Anak, JenisPermohonan.Pisah));

    [Fact]
    public void A_card_that_nobody_is_left_on_is_closed_but_not_by_a_split()
    {
        Assert.Empty(Temuan(Anak, null, Dari(Asal with { Anggota = [] })));
        Assert.Equal(["J01@..kartuTerkait"], Temuan(Anak, JenisPermohonan.Pisah, Dari(Asal with { Anggota = [] })));
    }

    [Fact]
    public void A_new_head_is_compared_with_the_card_as_it_was()
    {
        var lama = new KartuTerkait(PeranKartu.Lama, Asal);
        var konteks = Keluarga.Konteks with { Jenis = JenisPermohonan.GantiKepala, Keadaan = new Keadaan { KepalaCerai = true }, Lampiran = ["F-1.02", "KK_LAMA", "AKTA_CERAI"] };
        Assert.Contains(PemeriksaTerkait.Periksa(Keluarga.Inti, [lama], konteks), t => t.Kode == "J02" && t.Terkait is null);
        Assert.DoesNotContain(PemeriksaTerkait.Periksa(Keluarga.Inti, [], konteks), t => t.Kode == "J02");
    }

    [Fact]
    public void A_paraf_is_put_to_all_cards_and_every_difference_says_on_which()
    {
        KartuTerkait[] lama = [Dari(Asal)], baru = [Dari(Asal.Ubah(1, a => a with { TempatLahir = "LAIN" }))];
        Assert.NotEqual(Anak.HashKanonik(lama), Anak.HashKanonik(baru));
        Assert.NotEqual(Anak.HashKanonik(), Anak.HashKanonik(lama));
        Assert.NotEqual(Anak.HashKanonik(lama), Anak.HashKanonik(new KartuTerkait(PeranKartu.Tujuan, Asal)));
        Assert.Equal(Anak.HashKanonik(lama), Anak.HashKanonik(Dari(Asal with { NomorKk = "9901010101150010" })));

        Assert.Equal([new Perbedaan(1, "tempatLahir", "CONTOH", "LAIN", true, 0)], Perbedaan.Antara(Anak, lama, Anak, baru));
        Assert.Equal([new Perbedaan(null, "kartuTerkait", null, "ASAL", true, 0)], Perbedaan.Antara(Anak, [], Anak, lama));
        Assert.Equal([new Perbedaan(null, "kartuTerkait", "ASAL", null, true, 0)], Perbedaan.Antara(Anak, lama, Anak, []));
        Assert.Equal([new Perbedaan(null, "peran", "ASAL", "TUJUAN", true, 0)], Perbedaan.Antara(Anak, lama, Anak, [new(PeranKartu.Tujuan, Asal)]));
    }

    [Fact]
    public void The_canonical_form_names_each_card_and_its_part() =>
        Assert.EndsWith(
            "anggota[0].ibu=11:SITI CONTOH\nterkait=1\nterkait[0].peran=4:ASAL\nterkait[0].alamat.jalan=0:\n",
            string.Concat(BentukKanonik.Teks(Anak, Dari(Asal with { Alamat = null })).Split('\n').TakeWhile(b => !b.StartsWith("terkait[0].alamat.rt", StringComparison.Ordinal)).Select(b => b + "\n")),
            StringComparison.Ordinal);
}
