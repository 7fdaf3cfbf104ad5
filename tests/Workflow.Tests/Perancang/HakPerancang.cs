using System.Text.Json;
using Dukcapil.Workflow.Tests.Definisi;

namespace Dukcapil.Workflow.Tests.Perancang;

/// <summary>Who may see, edit and publish; that every change is noted with its difference; that with four eyes nobody publishes what he has edited.</summary>
public sealed class HakPerancang(LayananEmpatMata layanan) : IClassFixture<LayananEmpatMata>
{
    private Klien Admin => layanan.Sebagai("ADMIN_ALUR");

    private Klien Penyunting => layanan.Sebagai("PENYUNTING_ALUR");

    private Klien Pengamat => layanan.Sebagai("PENGAMAT_ALUR");

    [Fact]
    public async Task A_viewer_sees_everything_read_only_and_changes_nothing()
    {
        var id = Contoh.IdBaru();
        var alur = (await Penyunting.SimpanAsync(Contoh.Kecil(id))).Harus(200).Definisi();
        var dilihat = (await Pengamat.BacaAsync($"{Contoh.Jalur}/by-definition-id/{id}")).Harus(200).Json;
        Assert.DoesNotContain(dilihat.GetProperty("links").EnumerateArray(), l => l.GetProperty("rel").GetString() == "publish");
        var daftar = (await Pengamat.BacaAsync($"{Contoh.Jalur}?versionOptions=Latest")).Harus(200).Json;
        Assert.DoesNotContain(daftar.GetProperty("links").EnumerateArray(), l => l.GetProperty("rel").GetString() == "bulk-publish");
        (await Pengamat.BacaAsync("/elsa/api/workflow-instances")).Harus(200);
        (await Pengamat.BacaAsync($"/api/v1/alur/definisi/{id}/riwayat")).Harus(200);

        (await Pengamat.SimpanAsync(alur.DenganTeks("diubah pengamat"))).Harus(403);
        (await Pengamat.KirimJsonAsync($"{Contoh.Jalur}/import", alur)).Harus(403);
        (await Pengamat.KirimJsonAsync($"{Contoh.Jalur}/{id}/revert/1")).Harus(403);
        foreach (var jalur in (string[])[$"{Contoh.Jalur}/{id}/publish", $"{Contoh.Jalur}/{id}/retract", $"{Contoh.Jalur}/{id}/execute", "/elsa/api/cancel/workflow-instances/x", "/elsa/api/tasks/x/complete", "/elsa/api/events/x/trigger"])
        {
            (await Pengamat.KirimJsonAsync(jalur)).Harus(403);
            (await Penyunting.KirimJsonAsync(jalur)).Harus(403);
        }
        (await Pengamat.HapusAsync($"{Contoh.Jalur}/{id}")).Harus(403);
        (await Penyunting.HapusAsync($"{Contoh.Jalur}/{id}")).Harus(403);
        Assert.Equal("halo", (await Admin.BacaDefinisiAsync(id)).Teks());
    }

    [Fact]
    public async Task An_editor_saves_drafts_and_is_told_why_he_does_not_publish()
    {
        var id = Contoh.IdBaru();
        var alur = (await Penyunting.SimpanAsync(Contoh.Kecil(id))).Harus(200).Definisi();
        var ditolak = (await Penyunting.SimpanAsync(alur, terbit: true)).Harus(403).Json;
        Assert.Contains("tidak menerbitkan", ditolak.GetProperty("errors").GetProperty("generalErrors")[0].GetString(), StringComparison.Ordinal);
        Assert.False((bool)(await Admin.BacaDefinisiAsync(id))["isPublished"]!);
        Assert.True((bool)(await Admin.SimpanAsync(alur, terbit: true)).Harus(200).Definisi()["isPublished"]!);
    }

    [Fact]
    public async Task With_four_eyes_nobody_publishes_what_he_has_edited()
    {
        var id = Contoh.IdBaru();
        var sendiri = Assert.Single((await Admin.SimpanAsync(Contoh.Kecil(id), terbit: true)).Alasan());
        Assert.Contains("empat mata", sendiri, StringComparison.Ordinal);
        var draf = (await Penyunting.SimpanAsync(Contoh.Kecil(id))).Harus(200).Definisi();
        var bersama = (await Admin.SimpanAsync(draf.DenganTeks("oleh admin"))).Harus(200).Definisi();
        Assert.Contains("empat mata", Assert.Single((await Admin.KirimJsonAsync($"{Contoh.Jalur}/{id}/publish")).Alasan()), StringComparison.Ordinal);
        Assert.True((bool)(await layanan.Sebagai("ADMIN_ALUR", "LOKET").SimpanAsync(bersama, terbit: true)).Harus(200).Definisi()["isPublished"]!);
    }

    [Fact]
    public async Task Who_changed_and_published_what_is_listed_with_the_difference()
    {
        var id = Contoh.IdBaru();
        var satu = (await Penyunting.SimpanAsync(Contoh.Kecil(id))).Harus(200).Definisi();
        satu = (await Penyunting.SimpanAsync(satu.DenganTeks("sementara"))).Harus(200).Definisi();
        satu = (await Penyunting.SimpanAsync(satu.DenganTeks("pertama"))).Harus(200).Definisi();
        var terbit = (await Admin.SimpanAsync(satu, terbit: true)).Harus(200).Definisi();
        (await Penyunting.SimpanAsync(terbit.DenganTeks("kedua"))).Harus(200);
        (await Penyunting.KirimJsonAsync($"{Contoh.Jalur}/{id}/revert/1")).Harus(201);
        (await Admin.KirimJsonAsync($"{Contoh.Jalur}/{id}/retract")).Harus(200);
        (await Admin.HapusAsync($"{Contoh.Jalur}/{id}")).Harus(204);

        var riwayat = (await Pengamat.BacaAsync($"/api/v1/alur/definisi/{id}/riwayat")).Harus(200).Json.GetProperty("perubahan").EnumerateArray().Reverse().ToList();
        Assert.Equal(
            ["SIMPAN 1", "TERBIT 1", "SIMPAN 2", "PULIHKAN 3", "TARIK 1", "HAPUS 1", "HAPUS 2", "HAPUS 3"],
            riwayat.Select(r => $"{r.GetProperty("tindakan").GetString()} {r.GetProperty("versi").GetInt32()}"));
        Assert.Equal("petugas-penyunting_alur", riwayat[0].GetProperty("oleh").GetString());
        Assert.Equal("petugas-admin_alur", riwayat[1].GetProperty("oleh").GetString());
        // Three saves of one sitting are one entry, and what was there in between is no difference.
        Assert.Equal("pertama", Beda(riwayat[0], "tulis · text").Sesudah);
        Assert.Equal(("pertama", "kedua"), Beda(riwayat[2], "tulis · text"));
        Assert.Equal(("kedua", "pertama"), Beda(riwayat[3], "tulis · text"));
    }

    [Fact]
    public async Task Another_origin_gets_nothing_because_only_a_token_opens_the_API()
    {
        using var http = new HttpClient { BaseAddress = layanan.Alamat };
        using var permintaan = new HttpRequestMessage(HttpMethod.Post, Contoh.Jalur) { Content = Klien.Json(new { model = Contoh.Kecil("x") }) };
        permintaan.Headers.Add("Origin", "https://jahat.example");
        permintaan.Headers.Add("Cookie", "sesi=apa-saja; .AspNetCore.Cookies=x");
        using var jawaban = await http.SendAsync(permintaan, TestContext.Current.CancellationToken);
        Assert.Equal(401, (int)jawaban.StatusCode);
        using var tanya = new HttpRequestMessage(HttpMethod.Options, Contoh.Jalur);
        tanya.Headers.Add("Origin", "https://jahat.example");
        tanya.Headers.Add("Access-Control-Request-Method", "POST");
        tanya.Headers.Add("Access-Control-Request-Headers", "authorization");
        using var izin = await http.SendAsync(tanya, TestContext.Current.CancellationToken);
        Assert.False(izin.Headers.Contains("Access-Control-Allow-Origin"));
    }

    private static (string? Sebelum, string? Sesudah) Beda(JsonElement perubahan, string bagian)
    {
        var beda = perubahan.GetProperty("perbedaan").EnumerateArray().Single(b => b.GetProperty("bagian").GetString() == bagian);
        return (Teks(beda, "sebelum"), Teks(beda, "sesudah"));
    }

    private static string? Teks(JsonElement beda, string nama) => beda.TryGetProperty(nama, out var nilai) ? nilai.GetString() : null;
}

/// <summary>An installation where nobody publishes what he has edited.</summary>
public sealed class LayananEmpatMata : LayananAlur
{
    private protected override IReadOnlyDictionary<string, string?> Setelan => new Dictionary<string, string?> { ["Alur:EmpatMata"] = "true" };
}
