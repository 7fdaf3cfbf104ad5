using Dukcapil.Kependudukan;

namespace Dukcapil.Registry.Tests;

/// <summary>SOP step 5.</summary>
public sealed class CetakTests(LayananRegistri layanan)
{
    [Fact]
    public async Task A_number_of_another_file_is_refused_also_when_both_print_at_once()
    {
        var (satu, dua) = (new BerkasUji(layanan), new BerkasUji(layanan));
        var (tugasSatu, tugasDua) = (await satu.SiapCetakAsync(), await dua.SiapCetakAsync());
        var jawaban = await Task.WhenAll(satu.SelesaikanAsync(tugasSatu, satu.DataCetak()), dua.SelesaikanAsync(tugasDua, dua.DataCetak(satu.NomorKk)));
        Assert.Equal([200, 422], jawaban.Select(j => j.Status).Order());
        jawaban.Single(j => j.Status == 422).HarusMasalah(422, "nomor-kk-sudah-dipakai", "data.nomorKk");
    }

    [Theory]
    [InlineData("990101231126000")]
    [InlineData("99010123112600011")]
    [InlineData("99010123112600O1")]
    [InlineData("")]
    public async Task A_number_that_is_not_sixteen_digits_is_refused(string nomor)
    {
        var berkas = new BerkasUji(layanan);
        (await berkas.SelesaikanAsync(await berkas.SiapCetakAsync(), berkas.DataCetak(nomor))).HarusMasalah(422, "isian-tidak-sah", "data.nomorKk");
    }

    [Fact]
    public async Task A_second_entry_that_differs_in_one_digit_is_refused_and_says_which()
    {
        var berkas = new BerkasUji(layanan);
        var tugas = await berkas.SiapCetakAsync();
        var salah = berkas.NomorKk[..6] + (berkas.NomorKk[6] == '9' ? '8' : '9') + berkas.NomorKk[7..];
        var jawaban = (await berkas.SelesaikanAsync(tugas, berkas.DataCetak(ulang: salah))).HarusMasalah(422, "isian-tidak-sah", "data.nomorKkUlang");
        Assert.Contains("digit ke-7.", jawaban.Isi, StringComparison.Ordinal);
        (await berkas.SelesaikanAsync(tugas, berkas.DataCetak(ulang: berkas.NomorKk))).Harus(200);
    }

    [Fact]
    public async Task What_the_screen_shows_otherwise_than_the_konsep_is_named_in_the_order_of_the_form()
    {
        var berkas = new BerkasUji(layanan);
        var tugas = await berkas.SiapCetakAsync();
        var layar = berkas.Kartu with
        {
            Anggota = [berkas.Kartu.Anggota[0] with { Shdk = 9, TempatLahir = "CONTHO" }, berkas.Kartu.Anggota[1] with { Nik = "9901014308920002", Nama = "siti contoh" }],
        };
        var jawaban = (await berkas.SelesaikanAsync(tugas, berkas.DataCetak(layar: layar))).HarusMasalah(422, "data-siak-berbeda");
        Assert.Equal(
            ["data.layar.anggota[0].tempatLahir", "data.layar.anggota[0].shdk", "data.layar.anggota[1].nik"],
            jawaban.Json.GetProperty("errors").EnumerateObject().Select(e => e.Name));
        Assert.Contains("Konsep: CONTOH; SIAK: CONTHO.", jawaban.Isi, StringComparison.Ordinal);
        Assert.DoesNotContain("9901014308920002", jawaban.Isi, StringComparison.Ordinal);

        var benar = berkas.Kartu with { Anggota = [berkas.Kartu.Anggota[0], berkas.Kartu.Anggota[1] with { Nik = "9901014308920001" }] };
        (await berkas.SelesaikanAsync(tugas, berkas.DataCetak(layar: benar))).Harus(200);
        var kartu = (await berkas.Loket.KirimJsonAsync($"/api/v1/registri/permohonan/{berkas.Id}/ungkap", new { alasan = "Memeriksa nomor yang terbit." })).Harus(200).Json;
        Assert.Equal((berkas.NomorKk, "9901014308920001"), (kartu.GetProperty("nomorKk").GetString(), kartu.GetProperty("nikBaru")[0].GetProperty("nik").GetString()));
    }

    [Fact]
    public async Task The_konsep_is_shown_in_the_order_of_the_form_to_be_keyed_in_with_a_reason()
    {
        var berkas = new BerkasUji(layanan);
        await berkas.SiapCetakAsync();
        var alamat = $"/api/v1/registri/permohonan/{berkas.Id}/isian-siak";
        (await berkas.Loket.KirimJsonAsync(alamat, new { alasan = "" })).Harus(422);
        var lembar = (await berkas.Loket.KirimJsonAsync(alamat, new { alasan = "Mengetik ke SIAK." })).Harus(200).Json;
        var kolom = lembar.GetProperty("anggota")[0].EnumerateArray().ToList();
        Assert.Equal(kolom.Select(k => k.GetProperty("kolom").GetInt32()).Order(), kolom.Select(k => k.GetProperty("kolom").GetInt32()));
        Assert.Equal("1 LAKI-LAKI", kolom.Single(k => k.GetProperty("field").GetString() == "jenisKelamin").GetProperty("nilai").GetString());
        Assert.False(lembar.GetProperty("anggota")[1][1].TryGetProperty("nilai", out _), "NIK yang belum terbit tidak dikarang.");
    }

    [Fact]
    public async Task Other_cards_of_the_application_are_keyed_in_with_it_and_their_numbers_are_not_its_own()
    {
        const string asal = "9901010101150009";
        var berkas = new BerkasUji(layanan)
        {
            Terkait =
            [
                new(PeranKartu.Lama, new KartuKeluarga { NomorKk = asal }),
                new(PeranKartu.Asal, new KartuKeluarga { NomorKk = asal, Anggota = [new Anggota { Nama = "BAPAK CONTOH", Shdk = 1 }] }),
            ],
        };
        var tugas = await berkas.SiapCetakAsync();
        var lembar = (await berkas.Loket.KirimJsonAsync($"/api/v1/registri/permohonan/{berkas.Id}/isian-siak", new { alasan = "Mengetik ke SIAK." })).Harus(200).Json;
        var lain = Assert.Single(lembar.GetProperty("kartuTerkait").EnumerateArray());
        Assert.Equal(("ASAL", asal, 1), (lain.GetProperty("peran").GetString(), lain.GetProperty("nomorKk").GetString(), lain.GetProperty("anggota").GetArrayLength()));

        (await berkas.SelesaikanAsync(tugas, berkas.DataCetak(asal))).HarusMasalah(422, "isian-tidak-sah", "data.nomorKk");
        (await berkas.SelesaikanAsync(tugas, berkas.DataCetak())).Harus(200);
    }

    [Fact]
    public async Task A_failed_print_is_on_record_with_its_spoiled_sheets_and_advances_nothing()
    {
        var berkas = new BerkasUji(layanan);
        var tugas = await berkas.SiapCetakAsync();
        var gagal = $"/api/v1/registri/permohonan/{berkas.Id}/cetak-gagal";
        (await berkas.Loket.KirimJsonAsync(gagal, new { sebab = "Macet.", lembarRusak = 21 })).HarusMasalah(422, "isian-tidak-sah", "lembarRusak");
        (await berkas.Loket.KirimJsonAsync(gagal, new { sebab = "Kertas macet.", lembarRusak = 2 })).Harus(201);
        Assert.Equal("terbuka", (await berkas.Loket.BacaAsync($"/api/v1/registri/tugas/{tugas}")).Json.GetProperty("status").GetString());
        (await berkas.SelesaikanAsync(tugas, berkas.DataCetak())).Harus(200);
        Assert.Equal([2, 0], (await berkas.RincianAsync()).Json.GetProperty("cetakan").EnumerateArray().Select(c => c.GetProperty("lembarRusak").GetInt32()));
    }

    [Fact]
    public async Task A_sheet_spoiled_after_the_record_is_printed_again_with_a_reason_as_long_as_it_is_in_no_book()
    {
        var berkas = new BerkasUji(layanan);
        var tugas = await berkas.SiapCetakAsync();
        var ulang = $"/api/v1/registri/permohonan/{berkas.Id}/cetak-ulang";
        (await berkas.Loket.KirimJsonAsync(ulang, new { alasan = "Tinta bocor." })).HarusMasalah(409, "belum-dicetak");
        (await berkas.SelesaikanAsync(tugas, berkas.DataCetak())).Harus(200);
        (await berkas.Loket.KirimJsonAsync(ulang, new { alasan = "" })).HarusMasalah(422, "isian-tidak-sah", "alasan");
        Assert.Equal(3, (await berkas.Loket.KirimJsonAsync(ulang, new { alasan = "Tinta bocor." })).Harus(201).Json.GetProperty("percobaan").GetInt32());

        await berkas.DitandatanganiAsync();
        (await berkas.SelesaikanAsync(await berkas.TugasAsync("Dukcapil.RegistrasiDanCap", "Selesai"), BerkasUji.DataRegistrasi())).Harus(200);
        (await berkas.Loket.KirimJsonAsync(ulang, new { alasan = "Tinta bocor." })).HarusMasalah(409, "sudah-diregistrasi");
    }

    [Fact]
    public async Task A_card_that_was_printed_before_is_printed_again_only_with_a_reason()
    {
        var berkas = new BerkasUji(layanan);
        (await berkas.SelesaikanAsync(await berkas.SiapCetakAsync(), berkas.DataCetak())).Harus(200);
        var lagi = await berkas.TugasAsync("Dukcapil.CetakKartuKeluarga", "Selesai");
        (await berkas.SelesaikanAsync(lagi, berkas.DataCetak())).HarusMasalah(422, "isian-tidak-sah", "data.alasanCetakUlang");
        (await berkas.SelesaikanAsync(lagi, berkas.DataCetak(alasan: "Kepala Dinas meminta lembar baru."))).Harus(200);
        Assert.Equal("Kepala Dinas meminta lembar baru.", (await berkas.RincianAsync()).Json.GetProperty("cetakan")[1].GetProperty("sebab").GetString());
    }
}
