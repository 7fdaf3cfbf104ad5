namespace Dukcapil.Workflow.Tests.Definisi;

/// <summary>Deleting: never what an instance runs or ran on, never half of what was asked for.</summary>
public sealed class HapusDefinisi(LayananAlur layanan) : IClassFixture<LayananAlur>
{
    private readonly Klien admin = layanan.Sebagai("ADMIN_ALUR");

    [Fact]
    public async Task A_version_an_instance_runs_on_stays_and_so_does_its_definition()
    {
        await admin.TerbitkanAsync(Contoh.Sop("dipakai"));
        await layanan.AjukanUjiAsync();
        var dua = await admin.BacaDefinisiAsync("dipakai");
        dua["description"] = "versi dua";
        await admin.TerbitkanAsync(dua);
        var bebas = Contoh.IdBaru();
        (await admin.SimpanAsync(Contoh.Kecil(bebas))).Harus(200);

        Assert.Contains((await admin.HapusAsync($"{Contoh.Jalur}/dipakai/version/1")).Alasan(), a => a.Contains("dipakai oleh 1 instans", StringComparison.Ordinal));
        Assert.Contains((await admin.HapusAsync($"{Contoh.Jalur}/dipakai")).Alasan(), a => a.Contains("permohonan baru", StringComparison.Ordinal));
        Assert.Contains((await admin.KirimJsonAsync($"{Contoh.Jalur}/dipakai/retract")).Alasan(), a => a.Contains("permohonan baru", StringComparison.Ordinal));
        // All or nothing: the other one, which nobody needs, is still there.
        (await admin.KirimJsonAsync($"{Contoh.Massal}/delete/workflow-definitions/by-definition-id", new { definitionIds = new[] { bebas, "dipakai" } })).Alasan();
        await admin.BacaDefinisiAsync(bebas);
        await admin.BacaDefinisiAsync("dipakai", "1");
    }

    [Fact]
    public async Task A_version_an_instance_ran_on_stays_after_its_end()
    {
        var id = Contoh.IdBaru();
        await admin.TerbitkanAsync(Contoh.Kecil(id));
        (await admin.KirimJsonAsync($"{Contoh.Jalur}/{id}/execute")).Harus(200);
        Assert.Contains((await admin.HapusAsync($"{Contoh.Jalur}/{id}/version/1")).Alasan(), a => a.Contains("dipakai oleh 1 instans", StringComparison.Ordinal));
        Assert.Contains((await admin.HapusAsync($"{Contoh.Jalur}/{id}")).Alasan(), a => a.Contains("dipakai oleh 1 instans", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deleting_the_newest_version_makes_the_one_before_the_newest()
    {
        var id = Contoh.IdBaru();
        var satu = await admin.TerbitkanAsync(Contoh.Kecil(id, teks: "satu"));
        var dua = (await admin.SimpanAsync(satu.DenganTeks("dua"))).Definisi();
        (await admin.HapusAsync($"{Contoh.Jalur}/{id}/version/2")).Harus(200);
        Assert.Equal("satu", (await admin.BacaDefinisiAsync(id)).Teks());
        Assert.NotEqual((string)dua["id"]!, (string)(await admin.SimpanAsync((await admin.BacaDefinisiAsync(id)).DenganTeks("lagi"))).Definisi()["id"]!);
        (await admin.HapusAsync($"/elsa/api/workflow-definition-versions/{(string)satu["id"]!}")).Harus(204);
        (await admin.BacaAsync($"{Contoh.Jalur}/by-definition-id/{id}?versionOptions=Published")).Harus(404);
        Assert.Equal("lagi", (await admin.BacaDefinisiAsync(id)).Teks());
        (await admin.HapusAsync($"{Contoh.Jalur}/{id}")).Harus(204);
        (await admin.HapusAsync($"{Contoh.Jalur}/{id}")).Harus(404);
        (await admin.HapusAsync($"{Contoh.Jalur}/{id}/version/1")).Harus(404);
    }

    [Fact]
    public async Task Several_versions_at_once_are_counted()
    {
        var id = Contoh.IdBaru();
        var satu = await admin.TerbitkanAsync(Contoh.Kecil(id));
        var dua = await admin.TerbitkanAsync(satu.DenganTeks("dua"));
        var jawaban = (await admin.KirimJsonAsync($"{Contoh.Massal}/delete/workflow-definitions/by-id", new { ids = new[] { (string)satu["id"]!, (string)dua["id"]!, "tidak-ada" } })).Harus(200);
        Assert.Equal(2, jawaban.Json.GetProperty("deleted").GetInt32());
        (await admin.BacaAsync($"{Contoh.Jalur}/{id}")).Harus(404);
    }

    [Fact]
    public async Task A_readonly_definition_is_neither_changed_nor_deleted()
    {
        var id = Contoh.IdBaru();
        var alur = Contoh.Kecil(id);
        alur["isReadonly"] = true;
        var tetap = (await admin.SimpanAsync(alur, terbit: true)).Harus(200).Definisi();
        Assert.DoesNotContain(tetap["links"]!.AsArray(), link => (string)link!["rel"]! == "publish");
        foreach (var jawaban in new[] { await admin.SimpanAsync(tetap.DenganTeks("ubah")), await admin.HapusAsync($"{Contoh.Jalur}/{id}"), await admin.KirimJsonAsync($"{Contoh.Jalur}/{id}/retract") })
            Assert.Contains(jawaban.Alasan(), a => a.Contains("hanya dapat dibaca", StringComparison.Ordinal));
        var massal = (await admin.KirimJsonAsync($"{Contoh.Massal}/retract/workflow-definitions/by-definition-ids", new { definitionIds = new[] { id } })).Harus(200).Json;
        Assert.Equal(id, Assert.Single(massal.GetProperty("skipped").EnumerateArray()).GetString());
    }
}
