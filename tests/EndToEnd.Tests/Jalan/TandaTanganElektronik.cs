using System.Security.Cryptography;
using Dukcapil.EndToEnd.Tests.Peranti;
using Dukcapil.Esign;

namespace Dukcapil.EndToEnd.Tests.Jalan;

/// <summary>The SOP signed electronically: upload from SIAK → signature → print → registration without cap → handover.</summary>
public abstract class TandaTanganElektronik(Pemasangan pemasangan)
{
    private protected Pemasangan Pemasangan => pemasangan;

    [Fact]
    public async Task An_application_is_signed_electronically_and_handed_over()
    {
        using var klien = pemasangan.Klien();
        var berkas = await SampaiUnggahAsync(klien);
        var pdf = BerkasContoh.Pdf("KARTU KELUARGA UJI");
        await berkas.UnggahAsync(pdf);
        await berkas.TandaTanganElektronikAsync();
        await Tunggu.SampaiAsync("kartu bertanda tangan tiba di registri", async () => (await BerkasKartuAsync(berkas)).TryGetProperty("ditandatanganiPada", out _));
        await berkas.CetakAsync();
        await berkas.RegistrasiAsync();
        await berkas.SerahkanAsync();
        await berkas.TungguBerakhirAsync("selesai");

        await berkas.RiwayatHarusYangDitempuhAsync();
        Assert.Equal(["1", "2", "2", "3", "4", "5a", "6", "5b", "7", "8"], berkas.Ditempuh.Select(d => d.Langkah));
        var registri = await klien.BacaAsync("LOKET", $"/api/v1/registri/permohonan/{berkas.Id}");
        var agenda = Assert.Single(registri["agenda"]!.AsArray())!;
        Assert.Equal(("TTE", "tidak diperlukan"), ((string)agenda["cara"]!, (string)agenda["cap"]!));
        var tanda = Assert.Single((await klien.BacaAsync("KASI", $"/api/v1/persetujuan/permohonan/{berkas.Id}"))["tandaTangan"]!.AsArray())!;
        Assert.Equal((string)registri["berkasKartu"]!["sha256BertandaTangan"]!, (string)tanda["sha256"]!);
        await BertandaTanganHarusUtuhAsync(berkas, pdf, (string)tanda["sha256"]!);
        await pemasangan.HarusSepakatAsync(berkas.Id);
    }

    // What Loket prints: the uploaded file, unchanged, and a signature that this authority's certificate made.
    private async Task BertandaTanganHarusUtuhAsync(Berkas berkas, byte[] pdf, string sha256)
    {
        using var klien = new HttpClient { BaseAddress = pemasangan.Alamat };
        using var permintaan = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/registri/permohonan/{berkas.Id}/kartu-bertanda-tangan/unduh")
        {
            Content = Pemasangan.IsiJson(new { alasan = "Dicetak untuk pemohon." }),
            Headers = { Authorization = new("Bearer", pemasangan.TokenUntuk("LOKET")) },
        };
        using var jawaban = await klien.SendAsync(permintaan);
        var isi = await jawaban.Content.ReadAsByteArrayAsync();
        Assert.True(isi.AsSpan().StartsWith(pdf));
        Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(isi)));
        Assert.True(isi.AsSpan(pdf.Length).IndexOf("/ByteRange"u8) > 0);
    }

    private protected async Task<System.Text.Json.JsonElement> BerkasKartuAsync(Berkas berkas) =>
        (await pemasangan.BacaAsync($"/api/v1/registri/permohonan/{berkas.Id}", pemasangan.TokenUntuk("LOKET"))).Harus(200).Json.GetProperty("berkasKartu");

    private protected async Task<Berkas> SampaiUnggahAsync(Standalone.Demo.KantorKlien klien)
    {
        var berkas = new Berkas(pemasangan, klien) { Jenis = IsianUji.JenisTte };
        await berkas.AjukanAsync();
        await berkas.PeriksaAsync();
        await berkas.EntriAsync();
        await berkas.KoreksiAsync("KASI");
        await berkas.KoreksiAsync("KABID");
        return berkas;
    }
}

/// <inheritdoc/>
[Collection(KumpulanTerdistribusi.Nama)]
public sealed class TandaTanganElektronikTerdistribusi(TerdistribusiPemasangan pemasangan) : TandaTanganElektronik(pemasangan);

/// <inheritdoc/>
[Collection(KumpulanElsa.Nama)]
public sealed class TandaTanganElektronikElsa(ElsaPemasangan pemasangan) : TandaTanganElektronik(pemasangan.Harus());

/// <summary>Besides the way itself: what is refused on it, and a process that dies while a signature is made.</summary>
[Collection(KumpulanStandalone.Nama)]
public sealed class TandaTanganElektronikStandalone(StandalonePemasangan pemasangan) : TandaTanganElektronik(pemasangan)
{
    [Fact]
    public async Task What_is_no_file_to_sign_is_refused_and_the_task_stays_open()
    {
        using var klien = Pemasangan.Klien();
        var berkas = await SampaiUnggahAsync(klien);
        var tugas = await berkas.TugasAsync("Dukcapil.UnggahBerkasSiak", "LOKET");
        var pdf = BerkasContoh.Pdf("KARTU KELUARGA UJI");
        (await berkas.UnggahAsync(tugas, pdf, "text/plain")).HarusMasalah(415, "jenis-isi");
        (await berkas.UnggahAsync(tugas, "bukan pdf"u8.ToArray())).HarusMasalah(422, "isian-tidak-sah");
        (await berkas.UnggahAsync(tugas, "%PDF-1.7\nrusak"u8.ToArray())).HarusMasalah(422, "isian-tidak-sah");
        using var otoritas = new Otoritas();
        using var sertifikat = otoritas.Terbitkan("SESEORANG");
        (await berkas.UnggahAsync(tugas, PenandaPdf.TandaTangani(pdf, sertifikat))).HarusMasalah(422, "isian-tidak-sah");
        (await berkas.UnggahAsync(tugas, [.. pdf, .. new byte[2 * 1024 * 1024]])).HarusMasalah(413, "terlalu-besar");
        var selesai = tugas.Alamat + "/selesai";
        var loket = Pemasangan.TokenUntuk("LOKET");
        var tanpaBerkas = new { hasil = "Selesai", data = IsianUji.Unggah(Guid.NewGuid().ToString(), 1, 9001) };
        (await Pemasangan.KirimJsonAsync(selesai, loket, tanpaBerkas)).HarusMasalah(422, "isian-tidak-sah");
        var id = (await berkas.UnggahAsync(tugas, pdf)).Harus(201).Teks("berkasId");
        (await Pemasangan.KirimJsonAsync(selesai, loket, new { hasil = "Selesai", data = IsianUji.Unggah(id, 2, 9001) })).HarusMasalah(409, "konsep-berubah");
        // A second upload takes the place of the first.
        var baru = (await berkas.UnggahAsync(tugas, BerkasContoh.Pdf("KARTU KELUARGA UJI 2"))).Harus(201).Teks("berkasId");
        (await Pemasangan.KirimJsonAsync(selesai, loket, new { hasil = "Selesai", data = IsianUji.Unggah(id, 1, 9001) })).HarusMasalah(422, "isian-tidak-sah");
        (await Pemasangan.KirimJsonAsync(selesai, loket, new { hasil = "Selesai", data = IsianUji.Unggah(baru, 1, 9001) })).Harus(200);
    }

    [Fact]
    public async Task A_file_or_a_print_that_differs_leads_back_and_the_new_file_is_signed_anew()
    {
        using var klien = Pemasangan.Klien();
        var berkas = await SampaiUnggahAsync(klien);
        await berkas.UnggahTidakSesuaiAsync();
        await UlangAsync("KARTU KELUARGA UJI 2");
        // Found after the signature only: the signed file stays in the archive and counts no more.
        await berkas.CetakAsync("TidakSesuai");
        await UlangAsync("KARTU KELUARGA UJI 3");
        await berkas.CetakAsync();
        await berkas.RegistrasiAsync();
        await berkas.SerahkanAsync();
        await berkas.TungguBerakhirAsync("selesai");

        await berkas.RiwayatHarusYangDitempuhAsync();
        var persetujuan = await klien.BacaAsync("KADIS", $"/api/v1/persetujuan/permohonan/{berkas.Id}");
        Assert.Equal([2, 3], persetujuan["tandaTangan"]!.AsArray().Select(t => (int)t!["versiKonsep"]!));
        Assert.Equal(3, (await BerkasKartuAsync(berkas)).GetProperty("versiKonsep").GetInt32());
        var arsip = await Pemasangan.BacaBarisAsync("registry", $"SELECT versi_konsep FROM berkas_kartu WHERE {Peranti.Pemasangan.SamaDengan("permohonan_id", berkas.Id)} AND sha256_bertanda_tangan IS NOT NULL");
        Assert.Equal(["2", "3"], arsip.Select(b => b[0]).Order());
        await Pemasangan.HarusSepakatAsync(berkas.Id);

        async Task UlangAsync(string isi)
        {
            await berkas.EntriAsync();
            await berkas.KoreksiAsync("KASI");
            await berkas.KoreksiAsync("KABID");
            await berkas.UnggahAsync(BerkasContoh.Pdf(isi));
            await berkas.TandaTanganElektronikAsync();
            await Tunggu.SampaiAsync("kartu bertanda tangan tiba di registri", async () => (await BerkasKartuAsync(berkas)).TryGetProperty("ditandatanganiPada", out _));
        }
    }

    [Fact]
    public async Task A_process_that_dies_while_a_signature_is_made_neither_loses_nor_doubles_it()
    {
        using var klien = Pemasangan.Klien();
        var berkas = await SampaiUnggahAsync(klien);
        await berkas.UnggahAsync(BerkasContoh.Pdf("KARTU KELUARGA UJI"));
        var tugas = await berkas.TugasAsync("Dukcapil.TandaTangan", "KADIS");
        var (tertahan, lepas) = EsignUji.Peladen.Tahan();
        var permintaan = berkas.MintaTandaTanganAsync(tugas);
        await tertahan;
        var proses = Assert.Single(Pemasangan.Layanan);
        await proses.KillAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => permintaan);
        lepas();
        await proses.StartAsync();

        // The attempt is on record, and as long as its process might live nobody begins anew.
        (await berkas.MintaTandaTanganAsync(tugas)).HarusMasalah(409, "sedang-ditandatangani");
        await Tunggu.SampaiAsync(
            "percobaan diakhiri", async () => (await PercobaanAsync(berkas)).SequenceEqual(["tidakDiketahui"]), TimeSpan.FromSeconds(10 * EsignUji.BatasDetik));
        await berkas.TandaTanganElektronikAsync();
        Assert.Equal(["tidakDiketahui", "berhasil"], await PercobaanAsync(berkas));
        Assert.Single((await klien.BacaAsync("KADIS", $"/api/v1/persetujuan/permohonan/{berkas.Id}"))["tandaTangan"]!.AsArray());
        await Tunggu.SampaiAsync("kartu bertanda tangan tiba di registri", async () => (await BerkasKartuAsync(berkas)).TryGetProperty("ditandatanganiPada", out _));
        (await Pemasangan.KirimJsonAsync(tugas.Alamat + "/selesai", Pemasangan.TokenUntuk("KADIS"), new { hasil = "Ditandatangani" })).HarusMasalah(409, "tugas-tidak-terbuka");
    }

    private async Task<IEnumerable<string>> PercobaanAsync(Berkas berkas) =>
        (await Pemasangan.BacaAsync($"/api/v1/persetujuan/permohonan/{berkas.Id}", Pemasangan.TokenUntuk("KADIS"))).Harus(200).Json
            .GetProperty("percobaan").EnumerateArray().Select(p => p.GetProperty("keadaan").GetString()!);
}
