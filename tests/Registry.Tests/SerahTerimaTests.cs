using System.Net;
using System.Text.Json;
using Dukcapil.ServiceDefaults.Books;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Tests;

/// <summary>SOP steps 7d and 8.</summary>
public abstract class SerahTerimaTests(LayananRegistri layanan)
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public async Task Two_counters_hand_one_card_over_at_once_and_one_of_them_is_refused()
    {
        var berkas = new BerkasUji(layanan);
        var tugas = await berkas.SiapSerahTerimaAsync();
        var lain = layanan.Sebagai("loket-2", "LOKET");

        var jawaban = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => berkas.SelesaikanAsync(tugas, berkas.Serah(), "Diserahkan", i % 2 == 0 ? berkas.Loket : lain)));

        Assert.Contains(jawaban, j => j.Status == 200);
        Assert.All(jawaban, j => Assert.Contains(j.Status, new[] { 200, 409 }));
        Assert.Single(jawaban.Where(j => j.Status == 200).Select(j => j.Isi).Distinct());
        Assert.Equal(1, await layanan.DbAsync(db => db.Penyerahan.CountAsync(p => p.PermohonanId == berkas.Id)));
    }

    [Fact]
    public async Task A_card_that_was_handed_over_is_not_handed_over_again_whatever_the_definition_asks()
    {
        var berkas = new BerkasUji(layanan);
        (await berkas.SelesaikanAsync(await berkas.SiapSerahTerimaAsync(), berkas.Serah(), "Diserahkan")).Harus(200);
        var lagi = await berkas.TugasAsync("Dukcapil.SerahTerima", "Diserahkan");
        (await berkas.SelesaikanAsync(lagi, berkas.Serah(), "Diserahkan")).HarusMasalah(409, "sudah-diserahkan");
    }

    [Fact]
    public async Task The_receipt_of_another_application_is_refused_used_or_not()
    {
        var dulu = new BerkasUji(layanan);
        (await dulu.SelesaikanAsync(await dulu.SiapSerahTerimaAsync(), dulu.Serah(), "Diserahkan")).Harus(200);
        var berkas = new BerkasUji(layanan);
        var tugas = await berkas.SiapSerahTerimaAsync();
        (await berkas.SelesaikanAsync(tugas, berkas.Serah(dulu.Kode), "Diserahkan")).HarusMasalah(422, "tanda-bukti-tidak-cocok", "data.kodeTandaBukti");
        (await berkas.SelesaikanAsync(tugas, berkas.Serah(), "Diserahkan")).Harus(200);
    }

    [Fact]
    public async Task A_thousand_guesses_of_a_receipt_are_ten_comparisons_and_even_the_right_one_must_wait()
    {
        var berkas = new BerkasUji(layanan);
        var tugas = await berkas.SiapSerahTerimaAsync();
        var status = new Dictionary<int, int>();
        for (var i = 0; i < 1000; i += 20)
        {
            foreach (var j in await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => berkas.SelesaikanAsync(tugas, berkas.Serah(KodeAcak.Buat()), "Diserahkan"))))
                status[j.Status] = status.GetValueOrDefault(j.Status) + 1;
        }
        Assert.True(status[422] <= 10, $"Dibandingkan {status[422]} kali.");
        Assert.Equal(1000, status.Values.Sum());
        Assert.DoesNotContain(200, status.Keys);
        (await berkas.SelesaikanAsync(tugas, berkas.Serah(), "Diserahkan")).HarusMasalah(429, "tanda-bukti-terkunci");

        layanan.Jam.Maju(TimeSpan.FromMinutes(16));
        (await berkas.SelesaikanAsync(tugas, berkas.Serah(), "Diserahkan")).Harus(200);
    }

    [Fact]
    public async Task Without_receipt_the_applicant_comes_in_person_with_a_statement_of_loss()
    {
        var berkas = new BerkasUji(layanan);
        var tugas = await berkas.SiapSerahTerimaAsync();
        (await berkas.SelesaikanAsync(tugas, berkas.Serah(berkas.Kode, hilang: "SP-1"), "Diserahkan")).HarusMasalah(422, "isian-tidak-sah", "data.kodeTandaBukti");
        (await berkas.SelesaikanAsync(tugas, berkas.Serah(hilang: "SP-1", hubungan: "kuasa", suratKuasa: "SK-1"), "Diserahkan"))
            .HarusMasalah(422, "isian-tidak-sah", "data.penerima.hubungan");
        (await berkas.SelesaikanAsync(tugas, berkas.Serah(hilang: "SP-1"), "Diserahkan")).Harus(200);
        Assert.Equal("SP-1", (await berkas.RincianAsync()).Json.GetProperty("penyerahan").GetProperty("pernyataanHilang").GetString());
    }

    [Fact]
    public async Task Somebody_else_than_the_applicant_needs_a_surat_kuasa()
    {
        var berkas = new BerkasUji(layanan);
        var tugas = await berkas.SiapSerahTerimaAsync();
        (await berkas.SelesaikanAsync(tugas, berkas.Serah(nama: "BUDI LAIN"), "Diserahkan")).HarusMasalah(422, "isian-tidak-sah", "data.penerima.nama");
        (await berkas.SelesaikanAsync(tugas, berkas.Serah(nama: "BUDI LAIN", hubungan: "kuasa"), "Diserahkan"))
            .HarusMasalah(422, "isian-tidak-sah", "data.penerima.suratKuasa");
        (await berkas.SelesaikanAsync(tugas, berkas.Serah(nama: "BUDI LAIN", hubungan: "kuasa", suratKuasa: "F-1.07/3"), "Diserahkan")).Harus(200);
    }

    [Fact]
    public async Task The_signature_of_the_recipient_is_kept_as_a_picture_and_shown_with_a_reason()
    {
        var berkas = new BerkasUji(layanan);
        var tugas = await berkas.SiapSerahTerimaAsync();
        var unggah = $"/api/v1/registri/tugas/{tugas}/berkas-arsip?jenis=tandaTanganPenerima";
        (await berkas.Loket.KirimBerkasAsync(unggah, "<svg/>"u8.ToArray(), "image/png")).HarusMasalah(422, "isian-tidak-sah", "berkas");
        (await berkas.Loket.KirimBerkasAsync(unggah, new byte[3 * 1024 * 1024], "image/png")).Harus(413);
        (await layanan.Sebagai("kasi", "KASI").KirimBerkasAsync(unggah, Png, "image/png")).Harus(403);
        var citra = (await berkas.Loket.KirimBerkasAsync(unggah, Png, "image/png")).Harus(201).Json.GetProperty("berkasId").GetGuid();
        (await berkas.SelesaikanAsync(tugas, berkas.Serah(citra: Guid.NewGuid()), "Diserahkan")).HarusMasalah(422, "isian-tidak-sah", "data.citraTandaTerima");
        (await berkas.SelesaikanAsync(tugas, berkas.Serah(citra: citra), "Diserahkan")).Harus(200);

        var alamat = $"/api/v1/registri/permohonan/{berkas.Id}/berkas-arsip/{citra}/unduh";
        (await berkas.Loket.KirimJsonAsync(alamat, new { alasan = "x" })).Harus(422);
        Assert.Equal(Png, (await berkas.Loket.KirimJsonAsync(alamat, new { alasan = "Sengketa penerimaan kartu." })).Harus(200).Bita);
        Assert.Equal(citra, (await berkas.RincianAsync()).Json.GetProperty("penyerahan").GetProperty("citraTandaTerima").GetGuid());
    }

    [Fact]
    public async Task A_misprint_found_at_the_counter_voids_the_line_visibly_and_the_new_card_gets_a_new_number()
    {
        var berkas = new BerkasUji(layanan);
        var tugas = await berkas.SiapSerahTerimaAsync();
        (await berkas.SelesaikanAsync(tugas, null, "SalahCetak")).Harus(200);
        var lanjut = await berkas.TugasAsync("Dukcapil.RegistrasiDanCap", "Selesai");
        (await berkas.SelesaikanAsync(lanjut, BerkasUji.DataRegistrasi())).HarusMasalah(409, "belum-dicetak");

        var asal = new Contracts.AsalTugas { TugasId = tugas, Langkah = "7", Hasil = "SalahCetak", Dikembalikan = true, KodeAlasan = "SALAH_CETAK" };
        var cetak = await berkas.TugasAsync("Dukcapil.CetakKartuKeluarga", asal, "Selesai");
        (await berkas.SelesaikanAsync(cetak, berkas.DataCetak())).Harus(200);
        (await berkas.SelesaikanAsync(lanjut, BerkasUji.DataRegistrasi())).HarusMasalah(409, "tanda-tangan-belum-tiba");
        await berkas.DitandatanganiAsync();
        (await berkas.SelesaikanAsync(lanjut, BerkasUji.DataRegistrasi())).Harus(200);

        var rincian = (await berkas.RincianAsync()).Json;
        var agenda = rincian.GetProperty("agenda").EnumerateArray().ToList();
        Assert.Equal([true, false], agenda.Select(a => a.GetProperty("batal").GetBoolean()));
        Assert.Equal("SALAH_CETAK", agenda[0].GetProperty("sebabBatal").GetString());
        Assert.NotEqual(agenda[0].GetProperty("nomorAgenda").GetString(), agenda[1].GetProperty("nomorAgenda").GetString());
        Assert.Equal(
            [("berhasil", 0), ("rusak", 1), ("berhasil", 0)],
            rincian.GetProperty("cetakan").EnumerateArray().Select(c => (c.GetProperty("hasil").GetString()!, c.GetProperty("lembarRusak").GetInt32())));
    }

    [Fact]
    public async Task Cards_that_wait_are_listed_with_their_reminders_the_longest_waiting_first()
    {
        var berkas = new BerkasUji(layanan);
        await berkas.SiapSerahTerimaAsync();
        Assert.DoesNotContain(berkas.Id.ToString(), (await berkas.Loket.BacaAsync("/api/v1/registri/belum-diambil?batas=200")).Harus(200).Isi, StringComparison.Ordinal);
        layanan.Jam.Maju(TimeSpan.FromDays(8));
        var ingatkan = $"/api/v1/registri/permohonan/{berkas.Id}/pengingat";
        (await layanan.Sebagai("kasi", "KASI").KirimJsonAsync(ingatkan, new { cara = "telepon" })).Harus(403);
        (await berkas.Loket.KirimJsonAsync(ingatkan, new { cara = "telepon", catatan = new string('x', 501) })).Harus(422);
        (await berkas.Loket.KirimJsonAsync(ingatkan, new { cara = "telepon", catatan = "Tidak diangkat." })).Harus(201);
        Assert.Equal(2, (await berkas.Loket.KirimJsonAsync(ingatkan, new { cara = "desa" })).Harus(201).Json.GetProperty("urut").GetInt32());

        List<JsonElement> semua = [];
        for (string? sesudah = null, lagi = ""; lagi is not null; sesudah = lagi)
        {
            var halaman = (await berkas.Loket.BacaAsync($"/api/v1/registri/belum-diambil?batas=1{(sesudah is null ? "" : "&sesudah=" + WebUtility.UrlEncode(sesudah))}")).Harus(200).Json;
            semua.AddRange(halaman.GetProperty("kartu").EnumerateArray());
            lagi = halaman.TryGetProperty("berikut", out var berikut) ? berikut.GetString() : null;
        }
        Assert.Equal(semua.Select(k => k.GetProperty("siapSejak").GetDateTimeOffset()).Order(), semua.Select(k => k.GetProperty("siapSejak").GetDateTimeOffset()));
        var kartu = Assert.Single(semua, k => k.GetProperty("permohonanId").GetGuid() == berkas.Id);
        Assert.Equal((2, "AHMAD CONTOH"), (kartu.GetProperty("jumlahPengingat").GetInt32(), kartu.GetProperty("namaPemohon").GetString()));
        (await berkas.Loket.BacaAsync("/api/v1/registri/belum-diambil?sesudah=bukan")).Harus(400);
        (await berkas.Loket.BacaAsync("/api/v1/registri/belum-diambil?hari=-1")).Harus(400);
    }
}

/// <inheritdoc/>
public sealed class SerahTerimaDiSqlite(RegistriSqlite layanan) : SerahTerimaTests(layanan);

/// <inheritdoc/>
public sealed class SerahTerimaDiPostgres(RegistriPostgres layanan) : SerahTerimaTests(layanan);
