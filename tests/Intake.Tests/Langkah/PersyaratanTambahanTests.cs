using Dukcapil.Intake.Tests.Peranti;

namespace Dukcapil.Intake.Tests.Langkah;

/// <summary>SOP step 2: what the definition asks for beside the requirements of the kind of application.</summary>
public sealed class PersyaratanTambahanTests(LayananLoket layanan) : IClassFixture<LayananLoket>
{
    [Fact]
    public async Task A_document_that_the_step_asks_for_besides_is_asked_for_once_and_may_be_shown()
    {
        var id = (await layanan.Loket.KirimJsonAsync("/api/v1/permohonan", LayananLoket.Permohonan())).Harus(201).Json.GetProperty("id").GetGuid();
        var tugas = await layanan.TugasAsync(id, "Dukcapil.PeriksaKelengkapan", "Lengkap", "F-1.02", "KK_LAMA");
        var jalur = $"/api/v1/loket/tugas/{tugas}/selesai";
        Assert.Equal(["F-1.02", "KK_LAMA"], (await layanan.Loket.BacaAsync($"/api/v1/loket/tugas/{tugas}")).Json.GetProperty("langkah").GetProperty("persyaratanTambahan").EnumerateArray().Select(k => k.GetString()!));

        var jawaban = (await layanan.Loket.KirimJsonAsync(jalur, Berkas("BUKU_NIKAH"))).HarusMasalah(422, "isian-tidak-sah", "data.berkas.KK_LAMA").HarusMasalah(422, "isian-tidak-sah", "data.berkas.F-1.02");
        Assert.Equal(2, jawaban.Json.GetProperty("errors").EnumerateObject().Count());
        (await layanan.Loket.KirimJsonAsync(jalur, Berkas("BUKU_NIKAH", "F-1.02"))).HarusMasalah(422, "isian-tidak-sah", "data.berkas.KK_LAMA");
        (await layanan.Loket.KirimJsonAsync(jalur, Berkas("BUKU_NIKAH", "F-1.02", "KK_LAMA"))).Harus(200);
    }

    private static object Berkas(params string[] kode) => new { hasil = "Lengkap", data = new { berkas = kode.Select(k => new { kode = k, keadaan = "ada" }) } };
}
