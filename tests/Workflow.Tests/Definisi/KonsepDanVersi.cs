using System.Text.Json.Nodes;

namespace Dukcapil.Workflow.Tests.Definisi;

/// <summary>Drafts, versions, publishing, retracting, going back.</summary>
public sealed class KonsepDanVersi(LayananAlur layanan) : IClassFixture<LayananAlur>
{
    private readonly Klien admin = layanan.Sebagai("ADMIN_ALUR");

    [Fact]
    public async Task A_draft_is_edited_in_place_and_a_published_version_never_changes()
    {
        var id = Contoh.IdBaru();
        var konsep = (await admin.SimpanAsync(Contoh.Kecil(id, teks: "satu"))).Harus(200).Definisi();
        Assert.Equal((1, false), ((int)konsep["version"]!, (bool)konsep["isPublished"]!));
        konsep = (await admin.SimpanAsync(konsep.DenganTeks("dua"))).Harus(200).Definisi();
        Assert.Equal(1, (int)konsep["version"]!);
        var terbit = await admin.TerbitkanAsync(konsep);
        Assert.Equal((1, true), ((int)terbit["version"]!, (bool)terbit["isPublished"]!));

        var lanjut = (await admin.SimpanAsync(terbit.DenganTeks("tiga"))).Harus(200).Definisi();
        Assert.Equal((2, false, true), ((int)lanjut["version"]!, (bool)lanjut["isPublished"]!, (bool)lanjut["isLatest"]!));
        Assert.Equal("dua", (await admin.BacaDefinisiAsync(id, "Published")).Teks());
        Assert.Equal("tiga", (await admin.BacaDefinisiAsync(id)).Teks());

        await admin.TerbitkanAsync(lanjut);
        Assert.Equal("dua", (await admin.BacaDefinisiAsync(id, "1")).Teks());
        Assert.False((bool)(await admin.BacaDefinisiAsync(id, "1"))["isPublished"]!);
        (await admin.KirimJsonAsync($"{Contoh.Jalur}/{id}/retract")).Harus(200);
        (await admin.BacaAsync($"{Contoh.Jalur}/by-definition-id/{id}?versionOptions=Published")).Harus(404);

        // Retracted, but once published: an instance may still run on it.
        var ditarik = await admin.BacaDefinisiAsync(id);
        var keempat = (await admin.SimpanAsync(ditarik.DenganTeks("empat"))).Harus(200).Definisi();
        Assert.Equal(3, (int)keempat["version"]!);
        Assert.Equal("tiga", (await admin.BacaDefinisiAsync(id, "2")).Teks());
    }

    [Fact]
    public async Task Versions_are_chosen_as_Elsa_does()
    {
        var id = Contoh.IdBaru();
        var satu = await admin.TerbitkanAsync(Contoh.Kecil(id));
        await admin.TerbitkanAsync(satu.DenganTeks("dua"));
        (await admin.SimpanAsync((await admin.BacaDefinisiAsync(id)).DenganTeks("tiga"))).Harus(200);

        foreach (var (pilihan, versi) in new[] { ("Latest", 3), ("", 3), ("Published", 2), ("LatestOrPublished", 3), ("1", 1), ("AllVersions", 3), ("All", 3), ("draft", 3) })
            Assert.Equal(versi, (int)(await admin.BacaDefinisiAsync(id, pilihan))["version"]!);
        (await admin.BacaAsync($"{Contoh.Jalur}/by-definition-id/{id}?versionOptions=LatestAndPublished")).Harus(404);
        (await admin.BacaAsync($"{Contoh.Jalur}/by-definition-id/{id}?versionOptions=4")).Harus(404);
        Assert.Contains("Entah", Assert.Single((await admin.BacaAsync($"{Contoh.Jalur}/by-definition-id/{id}?versionOptions=Entah")).Alasan()), StringComparison.Ordinal);
        Assert.Equal([3, 2, 1], (await admin.BacaAsync($"{Contoh.Jalur}/{id}/versions")).Harus(200).Json.EnumerateArray().Select(v => v.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task Going_back_makes_a_new_draft_and_loses_nothing()
    {
        var id = Contoh.IdBaru();
        var satu = await admin.TerbitkanAsync(Contoh.Kecil(id, teks: "satu"));
        (await admin.SimpanAsync(satu.DenganTeks("belum jadi"))).Harus(200);
        var kembali = (await admin.KirimJsonAsync($"{Contoh.Jalur}/{id}/revert/1")).Harus(201).Objek;
        Assert.Equal((3, false, true), ((int)kembali["version"]!, (bool)kembali["isPublished"]!, (bool)kembali["isLatest"]!));
        Assert.Equal("satu", (await admin.BacaDefinisiAsync(id)).Teks());
        Assert.Equal("belum jadi", (await admin.BacaDefinisiAsync(id, "2")).Teks());
        // The same request once more, because its answer was lost.
        Assert.Equal((string)kembali["id"]!, (string)(await admin.KirimJsonAsync($"{Contoh.Jalur}/{id}/revert/1")).Harus(201).Objek["id"]!);
        (await admin.KirimJsonAsync($"{Contoh.Jalur}/{id}/revert/9")).Harus(404);
    }

    [Fact]
    public async Task Publishing_twice_says_so_and_publishing_nothing_is_not_found()
    {
        var id = Contoh.IdBaru();
        (await admin.SimpanAsync(Contoh.Kecil(id))).Harus(200);
        Assert.False((await admin.KirimJsonAsync($"{Contoh.Jalur}/{id}/publish")).Harus(200).Json.GetProperty("alreadyPublished").GetBoolean());
        Assert.True((await admin.KirimJsonAsync($"{Contoh.Jalur}/{id}/publish")).Harus(200).Json.GetProperty("alreadyPublished").GetBoolean());
        (await admin.KirimJsonAsync($"{Contoh.Jalur}/tidak-ada/publish")).Harus(404);
    }

    [Fact]
    public async Task Warnings_come_with_the_answer_and_errors_leave_everything_as_it_was()
    {
        var id = Contoh.IdBaru();
        var alur = Contoh.Kecil(id);
        alur["root"]!["activities"]!.AsArray().Add(JsonNode.Parse("""{"id":"sendiri","type":"Elsa.WriteLine"}"""));
        var jawaban = (await admin.SimpanAsync(alur, terbit: true)).Harus(200);
        var temuan = Assert.Single(jawaban.Json.GetProperty("findings").EnumerateArray());
        Assert.Equal("tidak-terjangkau", temuan.GetProperty("code").GetString());
        Assert.Equal("Workflow1:Flowchart1:sendiri", temuan.GetProperty("nodeId").GetString());

        var rusak = jawaban.Definisi();
        rusak["root"]!["activities"]![0]!["type"] = "Elsa.TidakAda";
        rusak["root"]!["activities"]![1]!["type"] = "Elsa.JugaTidak";
        var alasan = (await admin.SimpanAsync(rusak, terbit: true)).Alasan();
        Assert.Contains(alasan, a => a.Contains("Elsa.TidakAda", StringComparison.Ordinal));
        Assert.Contains(alasan, a => a.Contains("Elsa.JugaTidak", StringComparison.Ordinal));
        Assert.Equal(1, (int)(await admin.BacaDefinisiAsync(id))["version"]!);
    }
}
