using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Dukcapil.EndToEnd.Tests.Peranti;

namespace Dukcapil.EndToEnd.Tests.Penolakan;

/// <summary>What is refused when an application is filed; nothing is stored in each case.</summary>
public abstract class PenolakanPengajuan(Pemasangan pemasangan)
{
    private const string Jalur = "/api/v1/permohonan";
    private const int Megabita = 1024 * 1024;

    [Theory]
    [InlineData("""{ "jenis": "KK_TIDAK_ADA", "pemohon": { "nama": "AHMAD" } }""", 422, "isian-tidak-sah", "jenis")]
    [InlineData("""{ "jenis": "KK_HILANG", "pemohon": { "nama": " " } }""", 422, "isian-tidak-sah", "pemohon.nama")]
    [InlineData("""{ "jenis": "KK_HILANG", "pemohon": { "nama": "AHMAD", "nik": "123" } }""", 422, "isian-tidak-sah", "pemohon.nik")]
    [InlineData("""{ "jenis": "KK_HILANG" }""", 400, "isian-wajib-kurang", "pemohon")]
    [InlineData("""{ }""", 400, "isian-wajib-kurang", "jenis")]
    [InlineData("""{ "jenis": "KK_HILANG", "pemohon": { "nama": "AHMAD" }, "tak_dikenal": 1 }""", 400, "permintaan-tidak-terbaca", "tak_dikenal")]
    [InlineData("""{ "jenis": 7, "pemohon": { "nama": "AHMAD" } }""", 400, "permintaan-tidak-terbaca", "jenis")]
    [InlineData("""{ "jenis": "KK_HILANG", """, 400, "permintaan-tidak-terbaca", "$")]
    [InlineData("""null""", 400, "permintaan-tidak-terbaca", "$")]
    [InlineData("""{ "jenis": "KK_HILANG", "pemohon": { "nama": "AHMAD" }, "kartuKeluarga": { "anggota": [{}, null, {}] } }""", 400, "permintaan-tidak-terbaca", "kartuKeluarga.anggota[1]")]
    public async Task What_cannot_be_understood_or_accepted_names_the_field(string isi, int status, string type, string field)
    {
        var sebelum = await KeadaanAsync();
        var jawaban = await pemasangan.KirimJsonAsync(Jalur, pemasangan.TokenUntuk("LOKET"), isi, KunciBaru());
        jawaban.HarusMasalah(status, type);
        Assert.Contains(field, jawaban.Json.GetProperty("errors").EnumerateObject().Select(e => e.Name));
        Assert.Equal(sebelum, await KeadaanAsync());
    }

    [Fact]
    public async Task A_body_of_50_MB_is_refused_as_too_large()
    {
        var sebelum = await KeadaanAsync();
        using var isi = new ByteArrayContent(new byte[50 * Megabita]);
        isi.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        (await KirimBesarAsync(isi)).HarusMasalah(413, "terlalu-besar");
        Assert.Equal(sebelum, await KeadaanAsync());
    }

    [Fact]
    public async Task An_attachment_of_more_than_5_MB_is_refused_and_named()
    {
        var sebelum = await KeadaanAsync();
        using var isi = Multipart("KK_LAMA", [.. IsianUji.Pdf, .. new byte[6 * Megabita]]);
        var jawaban = (await KirimBesarAsync(isi)).HarusMasalah(413, "terlalu-besar");
        Assert.True(jawaban.Json.GetProperty("errors").TryGetProperty("KK_LAMA", out _));
        Assert.Equal(sebelum, await KeadaanAsync());
    }

    [Fact]
    public async Task A_filing_of_35_MB_within_the_limits_is_accepted_through_the_one_origin()
    {
        string[] kode = ["F-1.01", "F-1.02", "F-1.03", "F-1.07", "KK_LAMA", "KTP_EL", "BUKU_NIKAH"];
        using var isi = Multipart(kode[0], [.. IsianUji.Pdf, .. new byte[(5 * Megabita) - IsianUji.Pdf.Length]]);
        foreach (var k in kode[1..]) isi.Add(new ByteArrayContent([.. IsianUji.Pdf, .. new byte[(5 * Megabita) - IsianUji.Pdf.Length]]), k, k);
        var id = (await KirimBesarAsync(isi)).Harus(201).Teks("id");
        var permohonan = (await pemasangan.BacaAsync($"{Jalur}/{id}", pemasangan.TokenUntuk("LOKET"))).Harus(200);
        Assert.Equal(kode, permohonan.Json.GetProperty("lampiran").EnumerateArray().Select(l => l.GetProperty("kode").GetString()));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("multipart/form-data")]
    public async Task Another_content_type_is_refused(string jenis)
    {
        using var isi = new StringContent(IsianUji.Permohonan().ToJsonString(), Encoding.UTF8, jenis);
        (await pemasangan.KirimAsync(HttpMethod.Post, Jalur, pemasangan.TokenUntuk("LOKET"), isi, KunciBaru())).HarusMasalah(415, "jenis-isi");
    }

    [Fact]
    public async Task An_attachment_of_unknown_code_or_of_plain_text_is_refused_and_named()
    {
        var sebelum = await KeadaanAsync();
        using var asing = Multipart("TIDAK_ADA", IsianUji.Pdf);
        var pertama = (await KirimBesarAsync(asing)).HarusMasalah(422, "isian-tidak-sah");
        Assert.True(pertama.Json.GetProperty("errors").TryGetProperty("TIDAK_ADA", out _));

        using var teks = Multipart("KK_LAMA", "ini bukan PDF"u8.ToArray());
        var kedua = (await KirimBesarAsync(teks)).HarusMasalah(422, "isian-tidak-sah");
        Assert.True(kedua.Json.GetProperty("errors").TryGetProperty("KK_LAMA", out _));
        Assert.Equal(sebelum, await KeadaanAsync());
    }

    [Fact]
    public async Task A_filing_without_key_is_refused_and_a_repeated_one_gets_the_first_answer_and_creates_nothing()
    {
        var (loket, kunci) = (pemasangan.TokenUntuk("LOKET"), KunciBaru());
        (await pemasangan.KirimJsonAsync(Jalur, loket, IsianUji.Permohonan())).HarusMasalah(400, "idempotency-key-wajib");

        var pertama = (await pemasangan.KirimJsonAsync(Jalur, loket, IsianUji.Permohonan(), kunci)).Harus(201);
        var sebelum = await KeadaanAsync();
        var ulang = (await pemasangan.KirimJsonAsync(Jalur, loket, IsianUji.Permohonan(), kunci)).Harus(201);
        Assert.Equal(pertama, ulang);
        var lain = new { jenis = "KK_HILANG", pemohon = new { nama = "ORANG LAIN" } };
        (await pemasangan.KirimJsonAsync(Jalur, loket, lain, kunci)).HarusMasalah(422, "idempotency-key-dipakai");
        Assert.Equal(sebelum, await KeadaanAsync());

        // Keys of different clients do not meet.
        var klien = (await pemasangan.KirimJsonAsync(Jalur, pemasangan.TokenUntuk("klien:sistem-a"), lain, kunci)).Harus(201);
        Assert.NotEqual(pertama.Teks("id"), klien.Teks("id"));
    }

    [Fact]
    public async Task The_same_filing_sent_eight_times_at_once_creates_one_application()
    {
        var (loket, kunci) = (pemasangan.TokenUntuk("LOKET"), KunciBaru());
        var jawaban = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => pemasangan.KirimJsonAsync(Jalur, loket, IsianUji.Permohonan(), kunci)));
        foreach (var ditolak in jawaban.Where(j => j.Status != 201)) ditolak.HarusMasalah(409, "permintaan-sedang-berjalan");
        Assert.Single(jawaban.Where(j => j.Status == 201).Select(j => j.Teks("id")).Distinct());
    }

    private static string KunciBaru() => Guid.CreateVersion7().ToString();

    private static MultipartFormDataContent Multipart(string kode, byte[] berkas) => new()
    {
        { Pemasangan.IsiJson(IsianUji.Permohonan()), "permohonan" },
        { new ByteArrayContent(berkas), kode, kode },
    };

    private Task<Jawaban> KirimBesarAsync(HttpContent isi) =>
        pemasangan.KirimAsync(HttpMethod.Post, Jalur, pemasangan.TokenUntuk("LOKET"), isi, KunciBaru());

    // What this caller has filed and what was stored of it.
    private async Task<string> KeadaanAsync() => JsonSerializer.Serialize(await pemasangan.BacaBarisAsync(
        "intake", "SELECT (SELECT count(*) FROM permohonan), (SELECT count(*) FROM lampiran), (SELECT count(*) FROM idempotency)"));
}

/// <inheritdoc/>
[Collection(KumpulanStandalone.Nama)]
public sealed class PenolakanPengajuanStandalone(StandalonePemasangan pemasangan) : PenolakanPengajuan(pemasangan);

/// <inheritdoc/>
[Collection(KumpulanTerdistribusi.Nama)]
public sealed class PenolakanPengajuanTerdistribusi(TerdistribusiPemasangan pemasangan) : PenolakanPengajuan(pemasangan);
