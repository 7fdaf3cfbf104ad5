using System.Text.Json.Nodes;
using Xunit;

namespace Dukcapil.Kependudukan.Tests.Berkas;

public sealed class PeriksaCommandTests : IDisposable
{
    private readonly string berkas = Path.Combine(Path.GetTempPath(), $"periksa-{Guid.NewGuid():N}.json");

    public static TheoryData<string> Kasus
    {
        get
        {
            using var isi = File.OpenRead(DataUji.Berkas("keluarga_contoh.json"));
            return [.. BerkasPeriksa.Baca(isi).Select(k => k.Id)];
        }
    }

    public void Dispose() => File.Delete(berkas);

    [Fact]
    public void All_families_of_the_examples_agree()
    {
        var (kode, baris) = Jalankan("--check", DataUji.Berkas("keluarga_contoh.json"));

        Assert.Equal("28 agree, 0 differ", baris[^1]);
        Assert.Equal(0, kode);
    }

    [Theory]
    [MemberData(nameof(Kasus))]
    public void A_family_of_the_examples_yields_exactly_its_findings(string id)
    {
        using var isi = File.OpenRead(DataUji.Berkas("keluarga_contoh.json"));
        var kasus = BerkasPeriksa.Baca(isi).Single(k => k.Id == id);

        var temuan = BerkasPeriksa.Nilai(kasus);

        Assert.Null(kasus.Kesalahan);
        foreach (var (tingkat, kode) in kasus.Harapan!)
            Assert.Equal(kode.Order(), temuan.Where(t => t.Tingkat == tingkat).Select(t => t.Kode).Distinct().Order());
    }

    [Fact]
    public void A_difference_is_named_and_fails()
    {
        Tulis(k => k["harap"]!["WARNING"] = new JsonArray("P02"));
        Assert.Equal((1, "  KURANG WARNING P02: diharapkan, tidak ditemukan", "0 agree, 1 differ"), Ringkas("--check", berkas));

        Tulis(k => k["anggota"]![0]!["golongan_darah"] = null);
        Assert.Equal((1, "  LEBIH INFO D07: ditemukan, tidak diharapkan", "0 agree, 1 differ"), Ringkas("--check", berkas));
    }

    [Fact]
    public void Without_check_findings_are_printed_and_nothing_is_compared()
    {
        Tulis(k =>
        {
            k["anggota"]![0]!["golongan_darah"] = null;
            k["anggota"]![1]!["status_kawin"] = 1;
        });

        var (kode, baris) = Jalankan(berkas);

        Assert.Equal(0, kode);
        Assert.Equal(
            [
                "F01 keluarga inti sah:",
                "  INFO    D07 anggota[0].golonganDarah Golongan darah diisi TIDAK TAHU [F-1.01]",
                "  ERROR   P04 anggota[1].statusKawin Suami/istri harus berstatus kawin [logika]",
            ], baris);
    }

    [Fact]
    public void Changes_are_applied_member_by_member_before_checking()
    {
        Tulis(k =>
        {
            k["ubah"] = JsonNode.Parse("""{"0":{"status_kawin":3,"tanggal_kawin":null},"1":{"status_kawin":3}}""");
            k["harap"]!["ERROR"] = new JsonArray("P01");
        });
        Assert.Equal(0, Jalankan("--check", berkas).Kode);

        Tulis(k =>
        {
            k["ubah"] = JsonNode.Parse("""{"0":{"status_kawin":3},"1":{"status_kawin":3}}""");
            k["lampiran"] = new JsonArray("F-1.05");
        });
        Assert.Equal(0, Jalankan("--check", berkas).Kode);
    }

    [Theory]
    [InlineData("""{"9":{"nama":"X Y"}}""", "ubah: anggota ke-9 tidak ada")]
    [InlineData("""{"0":{"status":1}}""", "isian 'status' tidak dikenal")]
    [InlineData("""{"0":{"agama":"satu"}}""", "isian 'agama' harus berupa bilangan")]
    [InlineData("""{"0":{"tanggal_lahir":"1990-02-30"}}""", "isian 'tanggal_lahir' harus berupa tanggal yyyy-MM-dd")]
    [InlineData("[]", "isian 'ubah' harus berupa objek")]
    public void A_case_that_cannot_be_read_says_why_and_spoils_only_itself(string ubah, string sebab)
    {
        Tulis(k => k["ubah"] = JsonNode.Parse(ubah), kedua: true);

        var (kode, baris) = Jalankan("--check", berkas);

        Assert.Equal(1, kode);
        Assert.Equal([$"F01: tidak terbaca: {sebab}", "F01 keluarga inti sah: tidak ada temuan", "1 agree, 1 differ"], baris);
    }

    [Fact]
    public void A_register_that_names_a_NIK_twice_cannot_be_read()
    {
        Tulis(k => k["register_lain"] = "GANTI");
        File.WriteAllText(berkas, File.ReadAllText(berkas).Replace("\"GANTI\"", """{"9901010107900001":"1","9901010107900001":"2"}""", StringComparison.Ordinal));

        var (kode, baris) = Jalankan("--check", berkas);

        Assert.Equal(1, kode);
        Assert.StartsWith("F01: tidak terbaca: ", baris[0], StringComparison.Ordinal);
        Assert.DoesNotContain("9901010107900001", baris[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_the_format_cannot_express_are_left_out()
    {
        Tulis(k => k["anggota"] = new JsonArray(k["anggota"]![1]!.DeepClone(), k["anggota"]![0]!.DeepClone(), k["anggota"]![2]!.DeepClone()));
        Assert.Equal("1 agree, 0 differ", Jalankan("--check", berkas).Baris[^1]);
    }

    [Fact]
    public void The_register_and_the_number_are_read_at_print()
    {
        Tulis(k =>
        {
            k["tahap"] = "CETAK";
            k["nomor_kk"] = "9901012311250001";
            k["register_lain"] = JsonNode.Parse("""{"9901010107900001":"9901010101150009","9901014308920001":"9901010101150010"}""");
            k["kk_asal"] = "9901010101150009";
            k["harap"]!["ERROR"] = new JsonArray("N04");
        });
        Assert.Equal(0, Jalankan("--check", berkas).Kode);
    }

    [Fact]
    public void Wrong_use_and_unreadable_files_end_with_two()
    {
        File.WriteAllText(berkas, "{\"kasus\":1}");
        Assert.Equal(2, Jalankan().Kode);
        Assert.Equal(2, Jalankan("--lain").Kode);
        Assert.Equal(2, Jalankan("a", "b").Kode);
        Assert.Equal(2, Jalankan("--check", berkas + ".tidak-ada").Kode);
        Assert.Equal(2, Jalankan("--check", berkas).Kode);
        File.WriteAllText(berkas, "bukan json");
        Assert.Equal(2, Jalankan(berkas).Kode);
    }

    /// <summary>The first example, changed; with <paramref name="kedua"/> followed by itself unchanged.</summary>
    private void Tulis(Action<JsonNode> ubah, bool kedua = false)
    {
        var semua = JsonNode.Parse(File.ReadAllText(DataUji.Berkas("keluarga_contoh.json")))!;
        var asli = semua["kasus"]![0]!;
        var kasus = asli.DeepClone();
        ubah(kasus);
        semua["kasus"] = kedua ? new JsonArray(kasus, asli.DeepClone()) : new JsonArray(kasus);
        File.WriteAllText(berkas, semua.ToJsonString());
    }

    private static (int Kode, string Sebelum, string Terakhir) Ringkas(params string[] args)
    {
        var (kode, baris) = Jalankan(args);
        return (kode, baris[^2], baris[^1]);
    }

    private static (int Kode, string[] Baris) Jalankan(params string[] args)
    {
        using var keluaran = new StringWriter();
        var kode = PeriksaCommand.Run(args, keluaran);
        return (kode, keluaran.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }
}
