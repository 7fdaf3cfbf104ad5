using System.Text.Json;
using Xunit;

namespace Dukcapil.Kependudukan.Tests.Aturan;

public sealed class AturanTests
{
    private static readonly IReadOnlyDictionary<string, Uji> semua =
        ((Uji[])[.. UjiKartu.Baris, .. UjiNomor.Baris, .. UjiData.Baris, .. UjiPerkawinan.Baris, .. UjiHubungan.Baris, .. UjiOrangAsing.Baris,
            .. UjiAlamat.Baris, .. UjiPermohonan.Baris, .. UjiLarangan.Baris]).ToDictionary(u => u.ToString());

    public static TheoryData<string> Baris => [.. semua.Keys];

    [Theory]
    [MemberData(nameof(Baris))]
    public void A_changed_family_yields_exactly_the_findings_of_its_row(string judul)
    {
        var uji = semua[judul];

        var temuan = Keluarga.Temuan(uji.Kartu?.Invoke(Keluarga.Inti) ?? Keluarga.Inti, uji.Konteks?.Invoke(Keluarga.Konteks) ?? Keluarga.Konteks);

        Assert.Equal(uji.Harap, string.Join(' ', temuan));
    }

    [Fact]
    public void Every_rule_has_a_row_that_breaks_it_and_one_that_does_not()
    {
        var kode = AturanKeluarga.Semua.Select(a => a.Kode).ToList();
        Assert.Equal(kode, kode.Where(k => semua.Values.Any(u => u.Kode == k && u.Positif)));
        Assert.Equal(kode, kode.Where(k => semua.Values.Any(u => u.Kode == k && !u.Positif)));
    }

    [Fact]
    public void The_fifty_rules_are_those_of_the_specification_word_for_word()
    {
        using var dokumen = JsonDocument.Parse(File.ReadAllBytes(DataUji.Berkas("rules_keluarga.json")));
        var harap = dokumen.RootElement.GetProperty("aturan").EnumerateArray()
            .Select(a => (a.GetProperty("id").GetString(), a.GetProperty("tingkat").GetString(), a.GetProperty("tahap").GetString(),
                a.GetProperty("pesan").GetString(), a.GetProperty("dasar").GetString()))
            .ToList();

        var ada = AturanKeluarga.Semua.Select(a => ((string?)a.Kode, (string?)a.Tingkat.ToString().ToUpperInvariant(),
            (string?)a.Tahap.ToString().ToUpperInvariant(), (string?)a.Pesan, (string?)a.Dasar)).ToList();

        Assert.Equal(50, ada.Count);
        Assert.Equal(harap, ada);
    }

    [Fact]
    public void A_finding_carries_no_data_of_a_person()
    {
        var kartu = Keluarga.Inti.Tambah(Keluarga.Budi) with { NomorKk = "9901012311250001" };
        var konteks = Keluarga.Konteks with
        {
            Register = new RegisterLokal { KkDariNik = new Dictionary<string, string> { ["9901010107900001"] = "9901010101150009" } },
        };

        var pesan = string.Join('\n', PemeriksaKeluarga.Periksa(kartu, konteks));

        Assert.Contains("************0009", pesan, StringComparison.Ordinal);
        Assert.DoesNotContain("990101", pesan, StringComparison.Ordinal);
        Assert.DoesNotContain("CONTOH", pesan, StringComparison.Ordinal);
    }
}
