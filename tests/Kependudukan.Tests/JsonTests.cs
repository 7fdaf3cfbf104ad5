using System.Text;
using System.Text.Json;
using CsCheck;
using Xunit;

namespace Dukcapil.Kependudukan.Tests;

public sealed class JsonTests
{
    [Fact]
    public void A_card_survives_the_way_to_JSON_and_back() =>
        AcakKartu.Kartu.Sample(kartu =>
        {
            var kembali = JsonKependudukan.BacaKartu(JsonKependudukan.TulisKartu(kartu));
            return kembali.NomorKk == kartu.NomorKk && kembali.Alamat == kartu.Alamat && kembali.Anggota.SequenceEqual(kartu.Anggota);
        });

    [Fact]
    public void Names_are_camelCase_and_dates_are_ISO()
    {
        var json = Encoding.UTF8.GetString(JsonKependudukan.TulisKartu(Keluarga.Inti));
        Assert.Contains("\"tanggalLahir\":\"1990-07-01\"", json, StringComparison.Ordinal);
        Assert.Contains("\"kodeDesa\":\"99.01.01.2001\"", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"anggota":[{"namaa":"X"}]}""")]
    [InlineData("""{"anggota":[{"Nama":"X"}]}""")]
    [InlineData("""{"anggota":[{"nama":"X","nama":"Y"}]}""")]
    [InlineData("""{"anggota":[{"tanggalLahir":"01-07-1990"}]}""")]
    [InlineData("""{"anggota":[{"tanggalLahir":"1990-02-30"}]}""")]
    [InlineData("""{"anggota":[{"agama":"1"}]}""")]
    [InlineData("""{"anggota":[null]}""")]
    [InlineData("""{"anggota":null}""")]
    [InlineData("null")]
    [InlineData("{")]
    public void What_is_not_of_the_form_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonKependudukan.BacaKartu(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_finding_reads_in_the_words_of_the_rules()
    {
        var temuan = PemeriksaKeluarga.Periksa(Keluarga.Inti.Ubah(1, a => a with { StatusKawin = 1 }), Keluarga.Konteks);

        Assert.Equal(
            """[{"kode":"P04","tingkat":"ERROR","tahap":"AJUKAN","pesan":"Suami/istri harus berstatus kawin","dasar":"logika","anggota":1,"field":"statusKawin"}]""",
            JsonSerializer.Serialize(temuan, JsonKependudukan.Options));
    }

    [Fact]
    public void An_office_carries_its_region_as_text()
    {
        var kantor = new Kantor("9901", "DINAS CONTOH", WilayahContoh.Kabupaten, "Asia/Jayapura");

        var json = JsonSerializer.Serialize(kantor, KependudukanJsonContext.Default.Kantor);

        Assert.Equal("""{"kode":"9901","nama":"DINAS CONTOH","wilayah":"99.01","zonaWaktu":"Asia/Jayapura","singkatanZona":"WIT"}""", json);
        Assert.Equal(kantor, JsonSerializer.Deserialize(json, KependudukanJsonContext.Default.Kantor));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json.Replace("99.01", "9901", StringComparison.Ordinal), KependudukanJsonContext.Default.Kantor));
    }

    [Fact]
    public void Circumstances_name_vital_events_by_their_codes()
    {
        var keadaan = JsonSerializer.Deserialize("""{"diwakilkan":true,"peristiwa":["PENGANGKATAN_ANAK"]}""", KependudukanJsonContext.Default.Keadaan);
        Assert.Equal([Peristiwa.PengangkatanAnak], keadaan!.Peristiwa);
    }
}
