using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Tte.Tests;

/// <summary>An electronic signature from the request to the closed step, and every way in which it does not come about: never twice, never lost.</summary>
public sealed class PenandatangananTests(Persetujuan persetujuan) : IClassFixture<Persetujuan>, IDisposable
{
    [Fact]
    public async Task A_signature_closes_the_step_and_the_Registry_gets_what_was_appended()
    {
        var tugas = await persetujuan.TugasAsync();
        var jawaban = (await persetujuan.TandaTanganiAsync(tugas)).Harus(200);
        Assert.Equal("Ditandatangani", jawaban.Json.GetProperty("hasil").GetString());

        var keadaan = await persetujuan.KeadaanAsync(tugas);
        Assert.Equal(StatusTugas.Selesai, keadaan.Tugas);
        Assert.Equal(["Berhasil"], keadaan.Percobaan);
        Assert.Equal(["tte.mulai", "tte.berhasil"], keadaan.Jurnal);
        Assert.Equal([nameof(KartuKeluargaDitandatangani), nameof(TugasDiselesaikan)], keadaan.Pesan.Order());
        var tanda = Assert.Single(keadaan.TandaTangan);
        Assert.Equal((1, tugas.Hash, "TTE", Persetujuan.Kadis), (tanda.VersiKonsep, tanda.Hash, tanda.Cara, tanda.Petugas));
        Assert.Contains("KEPALA DINAS CONTOH", tanda.Sertifikat, StringComparison.Ordinal);

        var isi = await persetujuan.DbAsync(db => db.Outbox.Where(o => o.Stream == tugas.PermohonanId && o.Type == nameof(KartuKeluargaDitandatangani)).Select(o => o.Body).SingleAsync());
        var pesan = JsonSerializer.Deserialize<KartuKeluargaDitandatangani>(isi, MessageJson.Options)!;
        byte[] utuh = [.. tugas.Pdf, .. persetujuan.Services.GetRequiredService<Pelindung>().Buka<byte[]>(pesan.Berkas!.Tambahan)];
        Assert.Equal(pesan.Berkas.Sha256, Convert.ToHexStringLower(SHA256.HashData(utuh)));
        Assert.Equal(tanda.Sha256, pesan.Berkas.Sha256);
    }

    [Fact]
    public async Task A_one_time_code_signs_as_well()
    {
        var tugas = await persetujuan.TugasAsync();
        (await persetujuan.KirimAsync($"/api/v1/persetujuan/tugas/{tugas.Id}/tanda-tangan", Persetujuan.Kadis, new { versiKonsep = 1, totp = PeladenEsign.Totp })).Harus(200);
    }

    [Fact]
    public async Task Neither_secret_nor_card_is_left_behind_and_no_address_carries_a_number()
    {
        var tugas = await persetujuan.TugasAsync(isi: "JEJAK KARTU UNIK");
        (await persetujuan.TandaTanganiAsync(tugas, passphrase: "Salah-Salah-2847")).HarusMasalah(422, "passphrase-salah");
        (await persetujuan.TandaTanganiAsync(tugas)).Harus(200);
        var isi = await persetujuan.IsiBasisDataAsync();
        Assert.Contains(isi, b => b.Teks.Contains(tugas.Id, StringComparison.Ordinal));
        foreach (var (berkas, teks) in isi)
        {
            foreach (var rahasia in (string[])[PeladenEsign.Passphrase, "Salah-Salah-2847", PeladenEsign.Sandi, "JEJAK KARTU UNIK", "9901010107700001"])
            {
                var pesan = $"{rahasia} stands in {berkas}";
                Assert.False(teks.Contains(rahasia, StringComparison.Ordinal), pesan);
                Assert.False(teks.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes(rahasia)).TrimEnd('='), StringComparison.Ordinal), pesan);
                Assert.False(teks.Contains(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rahasia))), StringComparison.Ordinal), pesan);
            }
        }
        Assert.All(persetujuan.Esign.Masuk, p => Assert.Matches("^/api/v2/(sign/pdf|verify/pdf|user/check/status)$", p.Jalur));
    }

    [Fact]
    public async Task The_same_request_again_gets_the_first_answer_and_nothing_is_signed_twice()
    {
        var tugas = await persetujuan.TugasAsync();
        var dibuat = persetujuan.Esign.Dibuat;
        var pertama = (await persetujuan.TandaTanganiAsync(tugas)).Harus(200);
        Assert.Equal(pertama.Isi, (await persetujuan.TandaTanganiAsync(tugas)).Harus(200).Isi);
        (await persetujuan.TandaTanganiAsync(tugas, Persetujuan.Kadis2)).HarusMasalah(409, "tugas-tidak-terbuka");
        Assert.Equal(dibuat + 1, persetujuan.Esign.Dibuat);
    }

    [Fact]
    public async Task Two_requests_at_once_make_one_signature()
    {
        var tugas = await persetujuan.TugasAsync();
        var dibuat = persetujuan.Esign.Dibuat;
        var (tertahan, lepas) = persetujuan.Esign.Tahan();
        var pertama = persetujuan.TandaTanganiAsync(tugas);
        await tertahan;
        (await persetujuan.TandaTanganiAsync(tugas)).HarusMasalah(409, "sedang-ditandatangani");
        lepas();
        (await pertama).Harus(200);
        Assert.Equal(dibuat + 1, persetujuan.Esign.Dibuat);
        Assert.Single((await persetujuan.KeadaanAsync(tugas)).TandaTangan);
    }

    [Fact]
    public async Task Twenty_requests_in_the_same_moment_make_one_attempt()
    {
        var tugas = await persetujuan.TugasAsync();
        var dibuat = persetujuan.Esign.Dibuat;
        var jawaban = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => persetujuan.TandaTanganiAsync(tugas, i % 2 == 0 ? Persetujuan.Kadis : Persetujuan.Kadis2)));
        Assert.Contains(jawaban, j => j.Status == 200);
        Assert.All(jawaban, j => Assert.True(j.Status is 200 or 409, j.Isi));
        var keadaan = await persetujuan.KeadaanAsync(tugas);
        Assert.Equal(["Berhasil"], keadaan.Percobaan);
        Assert.Single(keadaan.TandaTangan);
        Assert.Equal(dibuat + 1, persetujuan.Esign.Dibuat);
    }

    [Fact]
    public async Task Of_two_officers_one_signs_and_the_other_is_told()
    {
        var tugas = await persetujuan.TugasAsync();
        var (tertahan, lepas) = persetujuan.Esign.Tahan();
        var pertama = persetujuan.TandaTanganiAsync(tugas);
        await tertahan;
        (await persetujuan.TandaTanganiAsync(tugas, Persetujuan.Kadis2)).HarusMasalah(409, "tugas-dipegang");
        lepas();
        (await pertama).Harus(200);
        Assert.Equal(Persetujuan.Kadis, Assert.Single((await persetujuan.KeadaanAsync(tugas)).TandaTangan).Petugas);
    }

    [Theory]
    [InlineData(Tabiat.GalatDenganDuaRatus, 422, "ditolak-esign", "Ditolak esign-2055")]
    [InlineData(Tabiat.Rusak, 504, "hasil-tidak-diketahui", "TidakDiketahui tanpa-jawaban")]
    [InlineData(Tabiat.TanpaBerkas, 504, "hasil-tidak-diketahui", "TidakDiketahui tanpa-jawaban")]
    [InlineData(Tabiat.PutusSetelahMenandatangani, 504, "hasil-tidak-diketahui", "TidakDiketahui tanpa-jawaban")]
    [InlineData(Tabiat.BerkasLain, 502, "tanda-tangan-tidak-sah", "TidakSah BukanBerkasYangDikirim")]
    [InlineData(Tabiat.TandaTanganRusak, 502, "tanda-tangan-tidak-sah", "TidakSah TidakCocokDenganIsi")]
    [InlineData(Tabiat.TidakDitandatangani, 502, "tanda-tangan-tidak-sah", "TidakSah BukanBerkasYangDikirim")]
    [InlineData(Tabiat.SertifikatOrangLain, 502, "tanda-tangan-tidak-sah", "TidakSah BukanSertifikatPenandatangan")]
    public async Task A_service_that_fails_or_lies_leaves_the_task_open_and_the_next_try_counts_once(Tabiat tabiat, int status, string masalah, string percobaan)
    {
        var tugas = await persetujuan.TugasAsync();
        persetujuan.Esign.Tabiat = tabiat;
        (await persetujuan.TandaTanganiAsync(tugas)).HarusMasalah(status, masalah);
        var keadaan = await persetujuan.KeadaanAsync(tugas);
        Assert.Equal(StatusTugas.Terbuka, keadaan.Tugas);
        Assert.Empty(keadaan.TandaTangan);
        Assert.Empty(keadaan.Pesan);
        Assert.Equal([percobaan], keadaan.Percobaan);

        persetujuan.Esign.Tabiat = Tabiat.Wajar;
        (await persetujuan.TandaTanganiAsync(tugas)).Harus(200);
        keadaan = await persetujuan.KeadaanAsync(tugas);
        Assert.Equal([percobaan, "Berhasil"], keadaan.Percobaan);
        Assert.Single(keadaan.TandaTangan);
        Assert.Equal(4, keadaan.Jurnal.Count);
    }

    [Fact]
    public async Task A_service_that_is_down_is_said_to_be_and_signs_when_it_is_back()
    {
        var tugas = await persetujuan.TugasAsync();
        await persetujuan.Esign.MatikanAsync();
        (await persetujuan.TandaTanganiAsync(tugas)).HarusMasalah(503, "esign-tidak-terhubung");
        Assert.Equal(["Ditolak esign-tidak-terhubung"], (await persetujuan.KeadaanAsync(tugas)).Percobaan);
        await persetujuan.Esign.HidupkanAsync();
        (await persetujuan.TandaTanganiAsync(tugas)).Harus(200);
    }

    [Fact]
    public async Task A_service_that_is_too_slow_leaves_an_attempt_of_unknown_outcome_that_never_counts()
    {
        var tugas = await persetujuan.TugasAsync();
        var (_, lepas) = persetujuan.Esign.Tahan();
        (await persetujuan.TandaTanganiAsync(tugas)).HarusMasalah(504, "hasil-tidak-diketahui");
        lepas();
        (await persetujuan.TandaTanganiAsync(tugas)).Harus(200);
        var keadaan = await persetujuan.KeadaanAsync(tugas);
        Assert.Equal(["TidakDiketahui tanpa-jawaban", "Berhasil"], keadaan.Percobaan);
        Assert.Single(keadaan.TandaTangan);
        Assert.Equal(["tte.mulai", "tte.tidak-diketahui", "tte.mulai", "tte.berhasil"], keadaan.Jurnal);
    }

    [Fact]
    public async Task An_answer_that_comes_after_its_attempt_was_given_up_is_thrown_away()
    {
        var tugas = await persetujuan.TugasAsync();
        var (tertahan, lepas) = persetujuan.Esign.Tahan();
        var pertama = persetujuan.TandaTanganiAsync(tugas);
        await tertahan;
        persetujuan.Jam.Maju(6 * Persetujuan.Batas);
        // Somebody takes it for dead and begins anew, while it is only slow.
        var kedua = persetujuan.TandaTanganiAsync(tugas);
        await TungguAsync(async () => (await persetujuan.KeadaanAsync(tugas)).Percobaan.Count == 2);
        lepas();
        var jawaban = await Task.WhenAll(pertama, kedua);
        jawaban[0].HarusMasalah(409, "penandatanganan-berakhir");
        jawaban[1].Harus(200);
        var keadaan = await persetujuan.KeadaanAsync(tugas);
        Assert.Equal(["TidakDiketahui tanpa-jawaban", "Berhasil"], keadaan.Percobaan);
        Assert.Single(keadaan.TandaTangan);
        Assert.Single(keadaan.Pesan, p => p == nameof(KartuKeluargaDitandatangani));
    }

    [Fact]
    public async Task A_wrong_passphrase_is_named_and_locks_nothing_here()
    {
        var tugas = await persetujuan.TugasAsync();
        var jawaban = (await persetujuan.TandaTanganiAsync(tugas, passphrase: "salah")).HarusMasalah(422, "passphrase-salah");
        Assert.True(jawaban.Json.GetProperty("errors").TryGetProperty("passphrase", out _));
        Assert.DoesNotContain("\"salah\"", jawaban.Isi, StringComparison.Ordinal);
        (await persetujuan.TandaTanganiAsync(tugas)).Harus(200);
    }

    [Fact]
    public async Task Who_has_no_certificate_or_a_suspended_one_does_not_sign()
    {
        var tugas = await persetujuan.TugasAsync();
        (await persetujuan.TandaTanganiAsync(tugas, Persetujuan.KadisTanpaSertifikat)).HarusMasalah(403, "penandatangan-belum-diatur");
        var dibuat = persetujuan.Esign.Dibuat;
        (await persetujuan.TandaTanganiAsync(tugas, Persetujuan.KadisDibekukan)).HarusMasalah(409, "sertifikat-tidak-aktif");
        Assert.Equal(dibuat, persetujuan.Esign.Dibuat);
    }

    [Fact]
    public async Task What_is_not_ready_is_not_signed()
    {
        (await persetujuan.TandaTanganiAsync(await persetujuan.TugasAsync(paraf: 1))).HarusMasalah(409, "paraf-belum-lengkap");
        (await persetujuan.TandaTanganiAsync(await persetujuan.TugasAsync(denganBerkas: false))).HarusMasalah(409, "berkas-siak-belum-tiba");
        (await persetujuan.TandaTanganiAsync(await persetujuan.TugasAsync(), versi: 2)).HarusMasalah(409, "konsep-berubah");
        // The Registry told of another file than the one it gives.
        var tertukar = await persetujuan.TugasAsync(denganBerkas: false);
        await persetujuan.BerkasAsync(tertukar.PermohonanId, tertukar.Hash, new string('0', 64), 1);
        (await persetujuan.TandaTanganiAsync(tertukar)).HarusMasalah(503, "berkas-tidak-terambil");
        // A file of an earlier konsep.
        var lama = await persetujuan.TugasAsync(denganBerkas: false);
        await persetujuan.BerkasAsync(lama.PermohonanId, "hash-lain", new string('0', 64), 1);
        (await persetujuan.TandaTanganiAsync(lama)).HarusMasalah(409, "berkas-siak-belum-tiba");
    }

    [Fact]
    public async Task No_request_closes_the_step_without_a_signature()
    {
        var tugas = await persetujuan.TugasAsync();
        var selesai = $"/api/v1/persetujuan/tugas/{tugas.Id}/selesai";
        (await persetujuan.KirimAsync(selesai, Persetujuan.Kadis, new { hasil = "Ditandatangani" })).HarusMasalah(422, "tanda-tangan-elektronik");
        (await persetujuan.KirimAsync(selesai, Persetujuan.Kadis, new { hasil = "Ditandatangani", data = new { passphrase = "x" } })).HarusMasalah(422, "tanda-tangan-elektronik");
        var isi = new { versiKonsep = 1, passphrase = "a", totp = "b" };
        (await persetujuan.KirimAsync($"/api/v1/persetujuan/tugas/{tugas.Id}/tanda-tangan", Persetujuan.Kadis, isi)).HarusMasalah(422, "isian-tidak-sah");
        Assert.Equal(StatusTugas.Terbuka, (await persetujuan.KeadaanAsync(tugas)).Tugas);
    }

    /// <summary>Every test leaves the service as it should be.</summary>
    public void Dispose() => (persetujuan.Esign.Tabiat, persetujuan.Esign.TabiatBerkas) = (Tabiat.Wajar, null);

    private static async Task TungguAsync(Func<Task<bool>> sampai)
    {
        for (var kali = 0; !await sampai(); kali++)
        {
            Assert.True(kali < 500, "Tidak terjadi.");
            await Task.Yield();
        }
    }
}
