using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Dukcapil.Workflow.Tests.Definisi;

/// <summary>What goes in comes out: through saves, export and import, known to us or not.</summary>
public sealed class PulangPergi(LayananAlur layanan) : IClassFixture<LayananAlur>
{
    private readonly Klien admin = layanan.Sebagai("ADMIN_ALUR");

    [Fact]
    public async Task Unknown_activities_and_properties_are_kept_as_they_are()
    {
        var id = Contoh.IdBaru();
        var asing = """{"id":"asing","type":"Lain.Kirim","version":3,"aneh":{"activities":[null,1,{"x":"é\u0000😀"}],"id":"dalam","type":"Lain.Dalam"},"customProperties":{"k":[1.50,1e400]}}""";
        var alur = Contoh.Kecil(id);
        alur["bawaan"] = JsonNode.Parse("""{"a":[true,null,"<b>"]}""");
        alur["options"] = JsonNode.Parse("""{"usableAsActivity":true,"lain":{"b":1}}""");
        alur["inputs"] = JsonNode.Parse("""[{"name":"NoBerkas","type":"String","entah":[1]}]""");
        alur["root"]!["activities"]!.AsArray().Add(JsonNode.Parse(asing));
        await admin.SimpanAsync(alur);
        var dibaca = await admin.BacaDefinisiAsync(id);
        await admin.SimpanAsync(dibaca.DenganTeks("lagi"));
        dibaca = await admin.BacaDefinisiAsync(id);

        foreach (var nama in new[] { "bawaan", "inputs" }) Assert.True(JsonNode.DeepEquals(alur[nama], dibaca[nama]), nama);
        Assert.Equal("""{"usableAsActivity":true,"lain":{"b":1},"autoUpdateConsumingWorkflows":false}""", dibaca["options"]!.ToJsonString());
        var kembali = dibaca["root"]!["activities"]![1]!.AsObject();
        Assert.Equal("Workflow1:Flowchart1:asing", (string)kembali["nodeId"]!);
        var semula = JsonNode.Parse(asing)!;
        Assert.True(JsonNode.DeepEquals(semula["aneh"], kembali["aneh"]), kembali.ToJsonString());
        Assert.Equal("[1.50,1e400]", kembali["customProperties"]!["k"]!.ToJsonString());
        Assert.Equal(3, (int)kembali["version"]!);
    }

    [Fact]
    public async Task A_nested_activity_gets_its_path_and_a_version()
    {
        var id = Contoh.IdBaru();
        var alur = Contoh.Kecil(id);
        alur["root"]!["activities"]![0] = JsonNode.Parse("""
            {"id":"ulang","type":"Elsa.While","nodeId":"salah","body":{"id":"urut","type":"Elsa.Sequence","activities":[{"id":"pilih","type":"Elsa.Switch","cases":[{"label":"a","activity":{"id":"tulis","type":"Elsa.WriteLine"}}]}]}}
            """);
        await admin.SimpanAsync(alur);
        var ulang = (await admin.BacaDefinisiAsync(id))["root"]!["activities"]![0]!;
        Assert.Equal("Workflow1:Flowchart1:ulang", (string)ulang["nodeId"]!);
        var tulis = ulang["body"]!["activities"]![0]!["cases"]![0]!["activity"]!;
        Assert.Equal(("Workflow1:Flowchart1:ulang:urut:pilih:tulis", 1), ((string)tulis["nodeId"]!, (int)tulis["version"]!));
    }

    [Fact]
    public async Task An_exported_file_imports_as_a_draft_with_the_same_content()
    {
        var id = Contoh.IdBaru();
        await admin.TerbitkanAsync(Contoh.Sop(id, "Kartu Keluarga / Uji"));
        var berkas = (await admin.BacaAsync($"{Contoh.Jalur}/{id}/export?versionOptions=Published")).Harus(200);
        Assert.Equal("application/octet-stream", berkas.JenisIsi);
        Assert.Equal($"workflow-definition-kartu-keluarga-uji-{id}-{(string)berkas.Objek["id"]!}.json", berkas.NamaBerkas);
        Assert.StartsWith("https://elsaworkflows.io/schemas/workflow-definition/", (string)berkas.Objek["$schema"]!, StringComparison.Ordinal);
        Assert.False(berkas.Objek.ContainsKey("links"));

        var lain = berkas.Objek;
        lain["definitionId"] = Contoh.IdBaru();
        var impor = (await admin.KirimJsonAsync($"{Contoh.Jalur}/import", lain)).Harus(200).Objek;
        Assert.Equal((1, false), ((int)impor["version"]!, (bool)impor["isPublished"]!));
        Assert.True(JsonNode.DeepEquals(lain["root"], impor["root"]));

        var ubah = berkas.Objek;
        ubah["description"] = "dari berkas";
        var kedua = (await admin.KirimAsync(HttpMethod.Put, $"{Contoh.Jalur}/{id}/import", Klien.Json(ubah))).Harus(200).Objek;
        Assert.Equal((2, false, id), ((int)kedua["version"]!, (bool)kedua["isPublished"]!, (string)kedua["definitionId"]!));
    }

    [Fact]
    public async Task Many_definitions_go_out_and_come_in_as_an_archive()
    {
        var ids = new[] { Contoh.IdBaru(), Contoh.IdBaru() };
        var versi = new List<string>();
        foreach (var id in ids) versi.Add((string)(await admin.SimpanAsync(Contoh.Kecil(id, teks: id))).Definisi()["id"]!);
        var zip = (await admin.KirimJsonAsync($"{Contoh.Massal}/export/workflow-definitions", new { ids = versi })).Harus(200);
        Assert.Equal("workflow-definitions.zip", zip.NamaBerkas);
        Assert.Equal(zip.Bita.Length, (await admin.BacaAsync($"{Contoh.Massal}/export/workflow-definitions?ids={versi[0]}&ids={versi[1]}")).Harus(200).Bita.Length);
        using (var arsip = new ZipArchive(new MemoryStream(zip.Bita)))
            Assert.Equal(2, arsip.Entries.Count);

        (await admin.KirimJsonAsync($"{Contoh.Massal}/delete/workflow-definitions/by-definition-id", new { definitionIds = ids })).Harus(200);
        using var kiriman = new MultipartFormDataContent { { new ByteArrayContent(zip.Bita), "files", "alur.zip" } };
        Assert.Equal(2, (await admin.KirimAsync(HttpMethod.Post, $"{Contoh.Jalur}/import-files", kiriman)).Harus(200).Json.GetProperty("count").GetInt32());
        Assert.Equal(ids[1], (await admin.BacaDefinisiAsync(ids[1])).Teks());
    }

    [Fact]
    public async Task Consumers_are_found_and_exported_with_what_they_start()
    {
        var (anak, induk) = (Contoh.IdBaru(), Contoh.IdBaru());
        var versi = (string)(await admin.TerbitkanAsync(Contoh.Kecil(anak)))["id"]!;
        var alur = Contoh.Kecil(induk);
        alur["root"]!["activities"]!.AsArray().Add(JsonNode.Parse(
            """{"id":"sub","type":"Elsa.ExecuteWorkflow","workflowDefinitionId":{"typeName":"String","expression":{"type":"Literal","value":"ANAK"}}}""".Replace("ANAK", anak, StringComparison.Ordinal)));
        alur["root"]!["connections"]!.AsArray().Add(JsonNode.Parse("""{"source":{"activity":"tulis","port":"Done"},"target":{"activity":"sub","port":"In"}}"""));
        await admin.TerbitkanAsync(alur);

        Assert.Equal([induk], (await admin.BacaAsync($"{Contoh.Jalur}/{anak}/consumers")).Harus(200).Json.GetProperty("consumingWorkflowDefinitionIds").EnumerateArray().Select(c => c.GetString()));
        Assert.Equal(1, (await admin.SimpanAsync((await admin.BacaDefinisiAsync(anak)).DenganTeks("baru"))).Harus(200).Json.GetProperty("consumingWorkflowCount").GetInt32());
        using var zip = new ZipArchive(new MemoryStream((await admin.KirimJsonAsync($"{Contoh.Massal}/export/workflow-definitions", new { ids = new[] { versi }, includeConsumingWorkflows = true })).Harus(200).Bita));
        Assert.Equal(2, zip.Entries.Count);

        // What another published definition starts stays there.
        Assert.Contains(induk, Assert.Single((await admin.KirimJsonAsync($"{Contoh.Jalur}/{anak}/retract")).Alasan()), StringComparison.Ordinal);
        Assert.Contains(induk, Assert.Single((await admin.HapusAsync($"{Contoh.Jalur}/{anak}")).Alasan()), StringComparison.Ordinal);
        // And it may not start its parent.
        var balik = (await admin.BacaDefinisiAsync(induk)).DeepClone().AsObject();
        balik["id"] = null;
        balik["definitionId"] = anak;
        balik["root"]!["activities"]![1]!["workflowDefinitionId"]!["expression"]!["value"] = induk;
        Assert.Contains($"{induk} → {anak}", Assert.Single((await admin.SimpanAsync(balik, terbit: true)).Alasan()), StringComparison.Ordinal);
    }
}
