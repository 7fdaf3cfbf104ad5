using System.Text.Json.Nodes;
using Dukcapil.EndToEnd.Tests.Peranti;
using Dukcapil.Standalone.Demo;

namespace Dukcapil.EndToEnd.Tests.Penolakan;

/// <summary>What is refused when a task is taken or completed; the task stays as it was.</summary>
public abstract class PenolakanTugas(Pemasangan pemasangan)
{
    private static readonly object Lengkap = new { hasil = "Lengkap", data = IsianUji.Kelengkapan() };

    [Fact]
    public async Task An_outcome_the_step_does_not_have_and_a_return_without_reason_are_refused()
    {
        var (_, tugas) = await TugasPeriksaAsync();
        var sebelum = await LihatAsync(tugas);
        var asing = (await SelesaikanAsync(tugas, "LOKET", new { hasil = "Ditandatangani" })).HarusMasalah(422, "isian-tidak-sah");
        Assert.Contains("Lengkap", asing.Teks("errors.hasil"), StringComparison.Ordinal);
        var tanpaAlasan = (await SelesaikanAsync(tugas, "LOKET", new { hasil = "TidakLengkap" })).HarusMasalah(422, "isian-tidak-sah");
        Assert.True(tanpaAlasan.Json.GetProperty("errors").TryGetProperty("alasan", out _));
        var alasanKosong = new { hasil = "TidakLengkap", alasan = new { kode = "BERKAS_KURANG", teks = " " } };
        (await SelesaikanAsync(tugas, "LOKET", alasanKosong)).HarusMasalah(422, "isian-tidak-sah");
        (await SelesaikanAsync(tugas, "LOKET", new { hasil = "Lengkap" })).HarusMasalah(422, "isian-tidak-sah");
        (await SelesaikanAsync(tugas, "LOKET", "{ \"hasil\": ")).HarusMasalah(400, "permintaan-tidak-terbaca");
        Assert.Equal(sebelum, await LihatAsync(tugas));
    }

    [Fact]
    public async Task A_task_of_another_role_is_forbidden_and_one_of_another_office_or_unknown_is_not_there()
    {
        var (_, tugas) = await TugasPeriksaAsync();
        var sebelum = await LihatAsync(tugas);
        (await SelesaikanAsync(tugas, "KASI", Lengkap)).HarusMasalah(403, "bukan-wewenang");
        (await pemasangan.KirimAsync(HttpMethod.Post, tugas.Alamat + "/klaim", pemasangan.TokenUntuk("KADIS"))).HarusMasalah(403, "bukan-wewenang");
        var kantorLain = pemasangan.Token.PetugasKantorLain("loket-lain", "LOKET");
        (await pemasangan.KirimJsonAsync(tugas.Alamat + "/selesai", kantorLain, Lengkap)).HarusMasalah(404, "tidak-ditemukan");
        (await SelesaikanAsync(tugas with { Alamat = "/api/v1/loket/tugas/tidak-ada" }, "LOKET", Lengkap)).HarusMasalah(404, "tidak-ditemukan");
        (await pemasangan.KirimJsonAsync(tugas.Alamat + "/selesai", pemasangan.TokenUntuk("klien:sistem-a"), Lengkap)).HarusMasalah(403, "bukan-wewenang");
        Assert.Equal(sebelum, await LihatAsync(tugas));
    }

    [Fact]
    public async Task A_task_held_by_another_officer_is_refused_until_it_is_released()
    {
        var (berkas, tugas) = await TugasPeriksaAsync();
        (await pemasangan.KirimAsync(HttpMethod.Post, tugas.Alamat + "/klaim", pemasangan.TokenUntuk("LOKET/2"))).Harus(200);
        var sebelum = await LihatAsync(tugas);
        (await SelesaikanAsync(tugas, "LOKET", Lengkap)).HarusMasalah(409, "tugas-dipegang");
        (await pemasangan.KirimAsync(HttpMethod.Post, tugas.Alamat + "/klaim", pemasangan.TokenUntuk("LOKET"))).HarusMasalah(409, "tugas-dipegang");
        Assert.Equal(sebelum, await LihatAsync(tugas));

        (await pemasangan.KirimAsync(HttpMethod.Post, tugas.Alamat + "/lepas", pemasangan.TokenUntuk("LOKET/2"))).Harus(200);
        (await SelesaikanAsync(tugas, "LOKET", Lengkap)).Harus(200);
        await berkas.TungguPosisiAsync("LOKET");
    }

    [Fact]
    public async Task The_same_completion_again_gets_the_first_answer_and_any_other_finds_the_task_closed()
    {
        var (_, tugas) = await TugasPeriksaAsync();
        var pertama = (await SelesaikanAsync(tugas, "LOKET", Lengkap)).Harus(200);
        var ulang = (await SelesaikanAsync(tugas, "LOKET", Lengkap)).Harus(200);
        Assert.Equal(pertama.Isi, ulang.Isi);
        var lain = new { hasil = "TidakLengkap", alasan = new { kode = "BERKAS_KURANG", teks = "Kurang." } };
        (await SelesaikanAsync(tugas, "LOKET", lain)).HarusMasalah(409, "tugas-tidak-terbuka");
        (await SelesaikanAsync(tugas, "LOKET/2", Lengkap)).HarusMasalah(409, "tugas-tidak-terbuka");
        (await pemasangan.KirimAsync(HttpMethod.Post, tugas.Alamat + "/klaim", pemasangan.TokenUntuk("LOKET"))).HarusMasalah(409, "tugas-tidak-terbuka");
    }

    [Fact]
    public async Task The_same_completion_many_times_at_once_is_done_once_and_answered_the_same()
    {
        var (berkas, tugas) = await TugasPeriksaAsync();
        var jawaban = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SelesaikanAsync(tugas, "LOKET", Lengkap)));
        Assert.All(jawaban, j => Assert.Equal(jawaban[0].Harus(200).Isi, j.Harus(200).Isi));
        Assert.Single(await pemasangan.BacaBarisAsync(
            "intake", $"SELECT nomor FROM buku_register WHERE {Pemasangan.SamaDengan("permohonan_id", berkas.Id)}"));
    }

    [Fact]
    public async Task Of_two_officers_who_complete_a_task_at_once_one_succeeds()
    {
        for (var kali = 0; kali < 5; kali++)
        {
            var (berkas, tugas) = await TugasPeriksaAsync();
            var jawaban = await Task.WhenAll(SelesaikanAsync(tugas, "LOKET", Lengkap), SelesaikanAsync(tugas, "LOKET/2", Lengkap));
            Assert.Equal([200, 409], jawaban.Select(j => j.Status).Order());
            await berkas.TugasAsync("Dukcapil.EntriDanKonsep", "LOKET");
            Assert.Single(await pemasangan.BacaBarisAsync(
                "intake", $"SELECT nomor FROM buku_register WHERE {Pemasangan.SamaDengan("permohonan_id", berkas.Id)}"));
        }
    }

    [Fact]
    public async Task Who_entered_the_data_and_who_gave_the_first_paraf_does_not_give_another()
    {
        using var klien = pemasangan.Klien();
        var berkas = new Berkas(pemasangan, klien);
        await berkas.AjukanAsync();
        await berkas.PeriksaAsync();
        await berkas.EntriAsync();
        var kasi = await berkas.TugasAsync("Dukcapil.KoreksiKonsep", "KASI");
        var paraf = new { hasil = "Sesuai", data = IsianUji.Paraf(berkas.Versi, pernahDikembalikan: false) };
        var pengentri = pemasangan.Token.Petugas("petugas-loket", "KASI");
        (await pemasangan.KirimJsonAsync(kasi.Alamat + "/selesai", pengentri, paraf)).HarusMasalah(403, "pengentri-tidak-memaraf");

        await berkas.KoreksiAsync("KASI");
        var kabid = await berkas.TugasAsync("Dukcapil.KoreksiKonsep", "KABID");
        var kasiYangSama = pemasangan.Token.Petugas("petugas-kasi", "KASI", "KABID");
        (await pemasangan.KirimJsonAsync(kabid.Alamat + "/selesai", kasiYangSama, paraf)).HarusMasalah(403, "paraf-dua-orang");
        var versiLain = new { hasil = "Sesuai", data = new JsonObject { ["versiKonsep"] = berkas.Versi + 1 } };
        (await pemasangan.KirimJsonAsync(kabid.Alamat + "/selesai", pemasangan.TokenUntuk("KABID"), versiLain)).HarusMasalah(409, "konsep-berubah");
    }

    private async Task<(Berkas Berkas, TugasKlien Tugas)> TugasPeriksaAsync()
    {
        var berkas = new Berkas(pemasangan, pemasangan.Klien());
        await berkas.AjukanAsync();
        return (berkas, await berkas.TugasAsync("Dukcapil.PeriksaKelengkapan", "LOKET"));
    }

    private async Task<string> LihatAsync(TugasKlien tugas) => (await pemasangan.BacaAsync(tugas.Alamat, pemasangan.TokenUntuk("LOKET"))).Harus(200).Isi;

    private Task<Jawaban> SelesaikanAsync(TugasKlien tugas, string peran, object isi) =>
        pemasangan.KirimJsonAsync(tugas.Alamat + "/selesai", pemasangan.TokenUntuk(peran), isi);
}

/// <inheritdoc/>
[Collection(KumpulanStandalone.Nama)]
public sealed class PenolakanTugasStandalone(StandalonePemasangan pemasangan) : PenolakanTugas(pemasangan);

/// <inheritdoc/>
[Collection(KumpulanTerdistribusi.Nama)]
public sealed class PenolakanTugasTerdistribusi(TerdistribusiPemasangan pemasangan) : PenolakanTugas(pemasangan);
