using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dukcapil.EndToEnd.Tests.Peranti;

namespace Dukcapil.EndToEnd.Tests.Pengajuan;

/// <summary>A client system is called when something happens with its applications.</summary>
public abstract class PanggilanBalik(Pemasangan pemasangan)
{
    private const string Jalur = "/api/v1/permohonan", Langganan = Jalur + "/langganan";

    [Fact]
    public async Task A_system_hears_of_its_own_applications_signed_and_of_nobody_elses()
    {
        using var penerima = new PenerimaPanggilan();
        var klien = pemasangan.TokenSistemBaru();
        var (alamat, rahasia) = await BerlanggananAsync(klien, penerima);
        var milik = (await AjukanAsync(klien)).Teks("id");
        await AjukanAsync(pemasangan.TokenSistemBaru());

        await Tunggu.SampaiAsync("permohonan sampai di loket diberitahukan", () => Task.FromResult(penerima.Masuk.Any(p => Jenis(p) == "permohonan.langkah")));
        var panggilan = penerima.Masuk.First(p => Jenis(p) == "permohonan.langkah");
        var data = JsonDocument.Parse(panggilan.Isi).RootElement.GetProperty("data");
        Assert.Equal(milik, data.GetProperty("permohonanId").GetString());
        Assert.Equal("LOKET", data.GetProperty("pelaksana").GetString());
        Assert.Equal(TandaTangan(rahasia, panggilan), panggilan.TandaTangan.Split(' ')[0]);
        Assert.DoesNotContain("9901010107900001", panggilan.Isi);
        Assert.DoesNotContain("AHMAD", panggilan.Isi);
        Assert.All(penerima.Masuk, p => Assert.Equal(milik, JsonDocument.Parse(p.Isi).RootElement.GetProperty("data").GetProperty("permohonanId").GetString()));

        // Nobody else sees the subscription or its calls.
        (await pemasangan.BacaAsync(alamat, pemasangan.TokenSistemBaru())).HarusMasalah(404, "tidak-ditemukan");
        (await pemasangan.BacaAsync(alamat + "/panggilan", pemasangan.TokenSistemBaru())).HarusMasalah(404, "tidak-ditemukan");
        (await pemasangan.BacaAsync(Langganan, pemasangan.TokenUntuk("LOKET"))).HarusMasalah(403, "bukan-wewenang");
    }

    [Fact]
    public async Task What_a_receiver_refuses_comes_again_with_the_same_id()
    {
        using var penerima = new PenerimaPanggilan { Jawab = p => 503 };
        var klien = pemasangan.TokenSistemBaru();
        var (alamat, _) = await BerlanggananAsync(klien, penerima);
        (await pemasangan.KirimAsync(HttpMethod.Post, alamat + "/uji", klien)).Harus(202);
        await Tunggu.SampaiAsync("panggilan pertama", () => Task.FromResult(penerima.Masuk.Count >= 1));
        penerima.Jawab = _ => 204;
        await Tunggu.SampaiAsync("panggilan kedua diterima", async () => (await PanggilanAsync(alamat, klien, "terkirim")).Count == 1, TimeSpan.FromMinutes(1));
        Assert.Single(penerima.Masuk.Select(p => p.Id).Distinct());
        Assert.Equal(2, penerima.Masuk.Count);
        Assert.Equal(2, (await PanggilanAsync(alamat, klien, "terkirim")).Single().GetProperty("percobaan").GetInt32());
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_a_receiver_that_is_gone_is_not_called_again_until_asked()
    {
        using var penerima = new PenerimaPanggilan { Jawab = p => 302 };
        var klien = pemasangan.TokenSistemBaru();
        var (alamat, _) = await BerlanggananAsync(klien, penerima);
        (await pemasangan.KirimAsync(HttpMethod.Post, alamat + "/uji", klien)).Harus(202);
        await Tunggu.SampaiAsync("panggilan ditolak", async () => (await PanggilanAsync(alamat, klien, "menunggu")).Any(p => p.TryGetProperty("statusHttp", out var s) && s.GetInt32() == 302));
        Assert.DoesNotContain(penerima.Masuk, p => p.Jalur == "/lain");

        penerima.Jawab = _ => 410;
        await Tunggu.SampaiAsync("panggilan gagal", async () => (await PanggilanAsync(alamat, klien, "gagal")).Count == 1, TimeSpan.FromMinutes(1));
        Assert.False((await pemasangan.BacaAsync(alamat, klien)).Json.GetProperty("aktif").GetBoolean());

        // Set active again, and what was given up is sent again by hand.
        penerima.Jawab = _ => 200;
        using var aktif = Pemasangan.IsiJson(new { alamat = penerima.Alamat, aktif = true });
        (await pemasangan.KirimAsync(HttpMethod.Put, alamat, klien, aktif, cocok: "\"2\"")).Harus(200);
        Assert.Equal(1, (await pemasangan.KirimAsync(HttpMethod.Post, alamat + "/panggilan/kirim-ulang", klien)).Harus(200).Json.GetProperty("jumlah").GetInt32());
        await Tunggu.SampaiAsync("panggilan terkirim", async () => (await PanggilanAsync(alamat, klien, "terkirim")).Count == 1);
    }

    [Fact]
    public async Task A_new_key_signs_beside_the_old_one_and_a_deleted_subscription_is_silent()
    {
        using var penerima = new PenerimaPanggilan();
        var klien = pemasangan.TokenSistemBaru();
        var (alamat, lama) = await BerlanggananAsync(klien, penerima);
        var baru = (await pemasangan.KirimAsync(HttpMethod.Post, alamat + "/rahasia", klien, cocok: "\"2\"")).Harus(200).Teks("rahasia");
        (await pemasangan.KirimAsync(HttpMethod.Post, alamat + "/uji", klien)).Harus(202);
        await Tunggu.SampaiAsync("panggilan uji", () => Task.FromResult(penerima.Masuk.Count == 1));
        Assert.Equal([TandaTangan(baru, penerima.Masuk[0]), TandaTangan(lama, penerima.Masuk[0])], penerima.Masuk[0].TandaTangan.Split(' '));

        (await pemasangan.KirimAsync(HttpMethod.Delete, alamat, klien, cocok: "\"3\"")).Harus(204);
        (await pemasangan.BacaAsync(alamat, klien)).HarusMasalah(404, "tidak-ditemukan");
        (await pemasangan.KirimAsync(HttpMethod.Post, alamat + "/uji", klien)).HarusMasalah(404, "tidak-ditemukan");
    }

    [Theory]
    [InlineData("""{ "alamat": "http://10.0.0.1/" }""", "alamat")]
    [InlineData("""{ "alamat": "http://169.254.169.254/latest/meta-data" }""", "alamat")]
    [InlineData("""{ "alamat": "ftp://contoh.go.id/" }""", "alamat")]
    [InlineData("""{ "alamat": "https://contoh.go.id/", "peristiwa": [] }""", "peristiwa")]
    [InlineData("""{ "alamat": "https://contoh.go.id/", "peristiwa": [ "apa" ] }""", "peristiwa")]
    public async Task A_subscription_that_cannot_be_served_is_refused_and_named(string isi, string nama)
    {
        var jawaban = (await pemasangan.KirimJsonAsync(Langganan, pemasangan.TokenSistemBaru(), isi, Guid.CreateVersion7().ToString())).HarusMasalah(422, "isian-tidak-sah");
        Assert.True(jawaban.Json.GetProperty("errors").TryGetProperty(nama, out _), jawaban.Isi);
    }

    private static string? Jenis(PanggilanMasuk p) => JsonDocument.Parse(p.Isi).RootElement.GetProperty("type").GetString();

    // As a receiver does it, from the published text of Standard Webhooks.
    private static string TandaTangan(string rahasia, PanggilanMasuk p) => "v1," + Convert.ToBase64String(
        HMACSHA256.HashData(Convert.FromBase64String(rahasia.Replace("whsec_", "", StringComparison.Ordinal)), Encoding.UTF8.GetBytes($"{p.Id}.{p.Waktu}.{p.Isi}")));

    private Task<Jawaban> AjukanAsync(string token) => pemasangan.KirimJsonAsync(Jalur, token, IsianUji.Permohonan(), Guid.CreateVersion7().ToString());

    private async Task<(string Alamat, string Rahasia)> BerlanggananAsync(string klien, PenerimaPanggilan penerima)
    {
        var alamat = (await pemasangan.KirimJsonAsync(Langganan, klien, new { alamat = penerima.Alamat }, Guid.CreateVersion7().ToString())).Harus(201).Alamat!;
        return (alamat, (await pemasangan.KirimAsync(HttpMethod.Post, alamat + "/rahasia", klien, cocok: "\"1\"")).Harus(200).Teks("rahasia"));
    }

    private async Task<List<JsonElement>> PanggilanAsync(string alamat, string klien, string status) =>
        [.. (await pemasangan.BacaAsync($"{alamat}/panggilan?status={status}", klien)).Harus(200).Json.GetProperty("panggilan").EnumerateArray()];
}

/// <summary>In one process.</summary>
[Collection(KumpulanStandalone.Nama)]
public sealed class PanggilanBalikStandalone(StandalonePemasangan pemasangan) : PanggilanBalik(pemasangan);

/// <summary>As separate services.</summary>
[Collection(KumpulanTerdistribusi.Nama)]
public sealed class PanggilanBalikTerdistribusi(TerdistribusiPemasangan pemasangan) : PanggilanBalik(pemasangan);
