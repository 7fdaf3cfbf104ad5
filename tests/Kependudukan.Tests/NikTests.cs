using System.Text.Json;
using Xunit;

namespace Dukcapil.Kependudukan.Tests;

public sealed class NikTests
{
    private static readonly JsonElement vektor = JsonDocument.Parse(File.ReadAllBytes(DataUji.Berkas("nik_kk_vectors.json"))).RootElement;

    public static TheoryData<string> Vektor => [.. vektor.GetProperty("nik").EnumerateArray().Select(v => v.GetProperty("id").GetString()!)];

    [Theory]
    [MemberData(nameof(Vektor))]
    public void A_vector_yields_exactly_its_findings_about_number_and_birth_date(string id)
    {
        var v = vektor.GetProperty("nik").EnumerateArray().Single(e => e.GetProperty("id").GetString() == id);
        var orang = Keluarga.Sendiri with
        {
            Nik = v.GetProperty("nik").GetString(),
            TanggalLahir = DateOnly.Parse(v.GetProperty("lahir").GetString()!, System.Globalization.CultureInfo.InvariantCulture),
            JenisKelamin = v.GetProperty("jk").GetInt32(),
        };

        var temuan = PemeriksaKeluarga.Periksa(Keluarga.Inti.Dengan(orang), Keluarga.Konteks).Select(t => t.Kode).Where(k => k[0] == 'N' || k is "D02" or "D03");

        Assert.Equal(v.GetProperty("harap").EnumerateArray().Select(h => h.GetString()!), temuan);
    }

    [Fact]
    public void Kecamatan_codes_that_have_left_the_list_are_still_known()
    {
        Assert.All(vektor.GetProperty("kode_kecamatan_usang_harus_diterima").EnumerateArray(),
            k => Assert.True(DaftarWilayah.Bawaan.KecamatanPernahAda(k.GetString()!)));
    }

    [Fact]
    public void Nomor_KK_vectors_are_accepted_and_refused_as_stated()
    {
        Assert.All(vektor.GetProperty("nomor_kk").EnumerateArray(),
            k => Assert.Equal(k.GetProperty("sah").GetBoolean(), NomorKk.TryParse(k.GetProperty("kk").GetString(), out _)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("990101010790000")]
    [InlineData("99010101079000011")]
    [InlineData("9901010107900o01")]
    [InlineData(" 990101010790001")]
    [InlineData("+990101010790001")]
    [InlineData("990101010790001\n")]
    [InlineData("٩٩٠١٠١٠١٠٧٩٠٠٠٠١")]
    [InlineData("9901010107900001")]
    public void Only_sixteen_ASCII_digits_are_a_number(string? teks)
    {
        var sah = teks == "9901010107900001";
        Assert.Equal(sah, Nik.TryParse(teks, out var nik));
        Assert.Equal(sah, NomorKk.TryParse(teks, out var kk));
        Assert.Equal((sah, sah), (nik is not null, kk is not null));
    }

    [Fact]
    public void A_number_shows_itself_masked_unless_asked_explicitly()
    {
        Assert.True(Nik.TryParse("9901010107900001", out var nik));
        Assert.True(NomorKk.TryParse("9901012311250001", out var kk));

        Assert.Equal("************0001", $"{nik}");
        Assert.Equal("************0001", $"{kk}");
        Assert.Equal("9901010107900001", nik.Ungkap());
        Assert.Equal("{}", JsonSerializer.Serialize(nik));
    }

    [Fact]
    public void A_card_a_member_and_an_address_give_nothing_away_as_text()
    {
        var teks = string.Join('\n', Keluarga.Inti with { NomorKk = "9901012311250001" }, Keluarga.Ahmad, Keluarga.Inti.Alamat, Keluarga.Konteks,
            new OrangTerdaftar("9901010107900001", "AHMAD CONTOH", new(1990, 7, 1), "IBU CONTOH"));

        Assert.DoesNotContain("CONTOH", teks, StringComparison.Ordinal);
        Assert.DoesNotContain("990101", teks, StringComparison.Ordinal);
        Assert.Contains("************0001", teks, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("  ", "")]
    [InlineData("123", "***")]
    [InlineData("1234567", "*******")]
    [InlineData("12345678", "****5678")]
    [InlineData("9901010107900001", "************0001")]
    [InlineData(" 9901010107900001 ", "************0001")]
    [InlineData("99010101079000012", "************0012")]
    public void Masking_leaves_at_most_the_last_four_digits(string? nomor, string harap) => Assert.Equal(harap, Samaran.Dari(nomor));

    [Fact]
    public void A_day_that_is_no_day_makes_a_card_number_unusual_but_valid()
    {
        Assert.True(NomorKk.TryParse("9901016311250001", out var aneh));
        Assert.True(NomorKk.TryParse("9901012311250001", out var lazim));
        Assert.Equal((false, true), (aneh.TanggalLazim, lazim.TanggalLazim));
    }
}
