using Xunit;

namespace Dukcapil.Kependudukan.Tests.Kode;

public sealed class TabelKodeTests
{
    public static TheoryData<string, int> Ukuran => new()
    {
        { "JenisKelamin", 2 }, { "Agama", 7 }, { "Pendidikan", 10 }, { "PendidikanF101", 10 }, { "Pekerjaan", 99 },
        { "GolonganDarah", 13 }, { "StatusKawin", 6 }, { "StatusKawinLama", 4 }, { "Shdk", 11 }, { "ShdkF101", 10 },
    };

    [Theory]
    [MemberData(nameof(Ukuran))]
    public void A_table_has_its_codes_from_one_without_gap_each_with_a_label(string nama, int banyak)
    {
        var tabel = (TabelKode)typeof(TabelKode).GetProperty(nama)!.GetValue(null)!;

        Assert.Equal(Enumerable.Range(1, banyak), tabel.Nilai.Select(n => n.Key));
        Assert.All(tabel.Nilai, n => Assert.Equal(n.Value.ToUpperInvariant(), tabel.Label(n.Key)));
        Assert.Null(tabel.Label(0));
        Assert.Null(tabel.Label(null));
        Assert.False(tabel.Memuat(banyak + 1));
    }

    [Theory]
    [InlineData(1, true, "BELUM KAWIN")]
    [InlineData(2, true, "KAWIN TERCATAT")]
    [InlineData(2, false, "KAWIN BELUM TERCATAT")]
    [InlineData(3, true, "CERAI HIDUP TERCATAT")]
    [InlineData(3, false, "CERAI HIDUP BELUM TERCATAT")]
    [InlineData(4, false, "CERAI MATI")]
    [InlineData(5, true, null)]
    public void An_old_marital_status_maps_by_whether_a_deed_was_shown(int lama, bool adaAkta, string? label) =>
        Assert.Equal(label, TabelKode.StatusKawin.Label(StatusKawin.DariSkemaLama(lama, adaAkta)));

    [Theory]
    [InlineData(1, "KEPALA KELUARGA", 1)]
    [InlineData(9, "FAMILI", 9)]
    [InlineData(10, "LAINNYA", 11)]
    [InlineData(11, "LAINNYA", 11)]
    public void A_relation_goes_to_the_paper_form_and_back_as_near_as_the_form_can(int siak, string diFormulir, int kembali)
    {
        var f101 = Shdk.KeF101(siak);
        Assert.Equal(diFormulir, TabelKode.ShdkF101.Label(f101));
        Assert.Equal(kembali, Shdk.DariF101(f101!.Value));
    }

    [Theory]
    [InlineData(7, 7, new[] { 7 })]
    [InlineData(8, 8, new[] { 8, 9 })]
    [InlineData(9, 8, new[] { 8, 9 })]
    [InlineData(10, 9, new[] { 10 })]
    public void An_education_goes_to_the_paper_form_and_back_with_all_it_may_mean(int siak, int f101, int[] kembali)
    {
        Assert.Equal(f101, Pendidikan.KeF101(siak));
        Assert.Equal(kembali, Pendidikan.DariF101(f101));
        Assert.Contains(siak, kembali);
    }

    [Fact]
    public void Codes_that_a_scheme_lacks_map_to_nothing()
    {
        Assert.Null(Shdk.KeF101(12));
        Assert.Null(Shdk.DariF101(11));
        Assert.Null(Pendidikan.KeF101(0));
        Assert.Empty(Pendidikan.DariF101(10));
        Assert.Null(Pekerjaan.DariSiakLama(90));
    }

    [Fact]
    public void Old_SIAK_occupation_89_is_other_and_not_a_member_of_a_state_body()
    {
        Assert.Equal("LAINNYA", TabelKode.Pekerjaan.Label(Pekerjaan.DariSiakLama(89)));
        Assert.Equal("ANGGOTA LEMBAGA TINGGI", TabelKode.Pekerjaan.Label(89));
        Assert.Equal("WIRASWASTA", TabelKode.Pekerjaan.Label(Pekerjaan.DariSiakLama(88)));
    }
}
