using System.Text.Json;
using System.Text.Json.Nodes;
using Dukcapil.Workflow.Tests.Definisi;

namespace Dukcapil.Workflow.Tests.Perancang;

/// <summary>What the designer asks for besides definitions has the shape of real Elsa's answers (<c>Bentuk/perancang.json</c>), and what is ours is in it.</summary>
public sealed class BentukPerancang(LayananAlur layanan) : IClassFixture<LayananAlur>
{
    private Klien Admin => layanan.Sebagai("ADMIN_ALUR");

    [Theory]
    [InlineData("descriptors", "descriptors/activities?refresh=true")]
    [InlineData("descriptor-one", "descriptors/activities/Elsa.RunTask")]
    [InlineData("expressions", "descriptors/expression-descriptors")]
    [InlineData("storage-drivers", "descriptors/storage-drivers")]
    [InlineData("variables", "descriptors/variables")]
    [InlineData("commit-workflows", "descriptors/commit-strategies/workflows")]
    [InlineData("commit-activities", "descriptors/commit-strategies/activities")]
    [InlineData("log-persistence", "descriptors/log-persistence-strategies")]
    [InlineData("incident-strategies", "descriptors/incident-strategies")]
    [InlineData("activation-strategies", "descriptors/workflow-activation-strategies")]
    [InlineData("features", "features/installed")]
    [InlineData("package-version", "package/version")]
    [InlineData("resilience-strategies", "resilience/strategies?category=")]
    public async Task Lists_of_the_designer_have_the_shapes_of_real_Elsa(string rekaman, string jalur) =>
        Bentuk.Sama(rekaman, (await Admin.BacaAsync("/elsa/api/" + jalur)).Harus(200).Json);

    [Fact]
    public async Task Options_and_refresh_have_the_shapes_of_real_Elsa()
    {
        Bentuk.Sama("descriptor-options", (await Admin.KirimJsonAsync("/elsa/api/descriptors/activities/Elsa.FlowJoin/options/Mode")).Harus(200).Json);
        Bentuk.Sama("refresh", (await Admin.KirimJsonAsync("/elsa/api/actions/workflow-definitions/refresh", new { definitionIds = new[] { "tidak-ada" } })).Harus(200).Json);
        (await Admin.BacaAsync("/elsa/api/descriptors/activities/Elsa.Tidak")).Harus(404);
    }

    [Fact]
    public async Task Every_type_that_the_engine_runs_and_every_one_of_the_SOP_is_offered_once()
    {
        var jenis = (await JenisAsync()).Select(d => (string)d["typeName"]!).ToList();
        Assert.Equal(jenis.Count, jenis.Distinct().Count());
        var katalog = new Catalogue.KatalogAktivitas();
        Assert.Empty(katalog.ForEngine.Types.Except(jenis));
    }

    [Fact]
    public async Task A_drop_down_of_roles_has_the_roles_of_the_office_as_soon_as_they_are_there()
    {
        (await Admin.KirimAsync(HttpMethod.Put, "/api/v1/alur/peran/SEKRETARIS", Klien.Json(new { nama = "Sekretaris Dinas" }))).Harus(200);
        var pilihan = (await JenisAsync()).Single(d => (string)d["typeName"]! == "Dukcapil.Tugas")["inputs"]!.AsArray()
            .Single(i => (string)i!["name"]! == "Pelaksana")!["uiSpecifications"]!["dropdown"]!["selectList"]!["items"]!.AsArray();
        Assert.Contains(pilihan, p => (string)p!["value"]! == "SEKRETARIS" && (string)p["text"]! == "Sekretaris Dinas");
    }

    [Fact]
    public async Task A_checklist_of_requirements_has_the_documents_that_the_law_knows()
    {
        var isian = (await JenisAsync()).Single(d => (string)d["typeName"]! == "Dukcapil.PeriksaKelengkapan")["inputs"]!.AsArray().Single(i => (string)i!["name"]! == "PersyaratanTambahan")!;
        var pilihan = isian["uiSpecifications"]!["checklist"]!["checkList"]!["items"]!.AsArray();
        Assert.Equal(Kependudukan.Persyaratan.Dokumen.Keys.Order(), pilihan.Select(p => (string)p!["value"]!).Order());
        Assert.Contains(pilihan, p => (string)p!["value"]! == "KK_LAMA" && ((string)p["text"]!).EndsWith("(KK_LAMA)", StringComparison.Ordinal));
        Assert.Null(isian["sumberPilihan"]);
    }

    [Fact]
    public async Task An_unknown_type_of_a_stored_definition_has_a_descriptor_and_comes_back_untouched()
    {
        var alur = Contoh.Kecil(Contoh.IdBaru());
        var asing = JsonNode.Parse("""{"id":"asing","type":"Perusahaan.KirimFax","version":7,"nomor":{"typeName":"String","expression":{"type":"Literal","value":"021"}},"rahasia":[1,{"a":null}]}""")!;
        alur["root"]!["activities"]!.AsArray().Add(asing);
        (await Admin.SimpanAsync(alur)).Harus(200);
        var d = (await JenisAsync()).Single(d => (string)d["typeName"]! == "Perusahaan.KirimFax");
        Assert.Equal(7, (int)d["version"]!);
        Assert.False((bool)d["isBrowsable"]!);

        var dibuka = await Admin.BacaDefinisiAsync((string)alur["definitionId"]!);
        dibuka["description"] = "disimpan sekali lagi";
        var disimpan = (await Admin.SimpanAsync(dibuka)).Harus(200).Definisi();
        foreach (var (nama, nilai) in asing.AsObject())
            Assert.True(JsonNode.DeepEquals(nilai, disimpan["root"]!["activities"]![1]![nama]), nama);
        Assert.Contains((await Admin.SimpanAsync(disimpan, terbit: true)).Alasan(), a => a.Contains("Perusahaan.KirimFax", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Completions_know_the_variables_of_the_definition_and_the_codes_of_its_facts()
    {
        var tipe = (await Admin.KirimJsonAsync("/elsa/api/scripting/javascript/type-definitions/kartu-keluarga", new { activityTypeName = "Elsa.FlowDecision", propertyName = "Condition" })).Harus(200);
        Assert.Equal("application/x-typescript", tipe.JenisIsi);
        Assert.Contains("declare function getJumlahAnggota(): number;", tipe.Isi, StringComparison.Ordinal);
        Assert.Contains("'KK_BARU_KELUARGA_BARU'", tipe.Isi, StringComparison.Ordinal);
        Assert.Contains("jumlahPengembalian: number;", tipe.Isi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Studio_creates_begins_with_the_facts_of_an_application()
    {
        var baru = JsonNode.Parse("""{"id":null,"definitionId":null,"name":"Alur dari dialog","variables":null,"inputs":null,"outputs":null,"outcomes":null,"options":null,"root":{"id":"F","type":"Elsa.Flowchart","version":1,"name":"F","nodeId":"Workflow1:F"}}""")!;
        var disimpan = (await Admin.SimpanAsync(baru)).Harus(200).Definisi();
        Assert.Equal(9, disimpan["variables"]!.AsArray().Count);
        Assert.Contains("ContinueWithIncidents", (string)disimpan["options"]!["incidentStrategyType"]!, StringComparison.Ordinal);
    }

    private async Task<List<JsonObject>> JenisAsync() =>
        [.. JsonSerializer.Deserialize<JsonObject>((await Admin.BacaAsync("/elsa/api/descriptors/activities?Refresh=True")).Harus(200).Bita)!["items"]!.AsArray().Select(d => d!.AsObject())];
}
