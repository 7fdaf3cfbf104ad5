using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dukcapil.Workflow.Tests.Definisi;

/// <summary>
/// Every definitions route answers with the names and JSON types that real Elsa answered with (<c>bentuk-jawaban.txt</c>). A null is as
/// good as nothing; open dictionaries may hold more; what we add besides is listed here.
/// </summary>
public sealed class BentukJawaban(LayananAlur layanan) : IClassFixture<LayananAlur>
{
    private static readonly string[] Kelompok = ["id", "nodeId", "name", "type", "version", "customProperties", "metadata"];
    private static readonly string[] Terbuka = ["customProperties.", "metadata.", "options.", "findings", "errors", "[].variables[].isArray"];

    [Fact]
    public async Task Every_route_answers_in_the_shape_of_Elsa()
    {
        var admin = layanan.Sebagai("ADMIN_ALUR");
        var id = Contoh.IdBaru();
        var kk = Contoh.Sop(id, "Penerbitan Kartu Keluarga");
        // What this definition has and the one recorded on Elsa had not is kept, and is no matter of shape.
        foreach (var nama in (string[])["name", "start"]) kk["root"]!.AsObject().Remove(nama);
        kk["inputs"] = JsonNode.Parse("""[{"uiHint":"singleline","storageDriverType":"x","type":"String","name":"NoBerkas","displayName":"NoBerkas","description":"","category":""}]""");
        kk["outputs"] = JsonNode.Parse("""[{"type":"String","name":"Status","displayName":"Status","description":"","category":""}]""");
        var baru = JsonNode.Parse("""
            {"name":"Baru","description":"uji","definitionId":null,"root":{"type":"Elsa.Flowchart","version":1,"id":"FlowchartX","activities":[],"connections":[]},
             "variables":[],"inputs":[],"outputs":[],"outcomes":[],"customProperties":{},"options":{}}
            """)!.AsObject();

        Sama("017", (await admin.SimpanAsync(baru, terbit: false)).Harus(200));
        Sama("018", (await admin.BacaAsync($"{Contoh.Jalur}/validation/is-name-unique?name=Baru")).Harus(200));
        Sama("020", (await admin.KirimJsonAsync($"{Contoh.Jalur}/import", kk)).Harus(200));
        Sama("021", (await admin.KirimJsonAsync($"{Contoh.Jalur}/{id}/publish")).Harus(200));
        var terbit = (await admin.BacaAsync($"{Contoh.Jalur}/by-definition-id/{id}?versionOptions=Latest")).Harus(200);
        Sama("022", terbit);
        Sama("024", (await admin.BacaAsync($"{Contoh.Jalur}/{id}?versionOptions=Published")).Harus(200));
        var versi1 = (string)terbit.Objek["id"]!;
        Sama("025", (await admin.BacaAsync($"{Contoh.Jalur}/by-id/{versi1}")).Harus(200));
        Sama("026", (await admin.BacaAsync($"{Contoh.Jalur}/many-by-id?ids={versi1}")).Harus(200));
        Sama("029", (await admin.BacaAsync($"{Contoh.Jalur}?page=0&pageSize=10&versionOptions=Latest&orderBy=Name&orderDirection=Ascending")).Harus(200));
        Sama("031", (await admin.BacaAsync($"{Contoh.Jalur}?versionOptions=Published")).Harus(200));
        Sama("032", (await admin.BacaAsync($"{Contoh.Jalur}/query/count")).Harus(200));
        var dua = terbit.Objek;
        dua["description"] = "versi dua";
        Sama("033", (await admin.SimpanAsync(dua)).Harus(200));
        Sama("034", (await admin.SimpanAsync(dua, terbit: true)).Harus(200));
        Sama("035", (await admin.BacaAsync($"{Contoh.Jalur}/{id}/versions")).Harus(200));
        Sama("036", (await admin.BacaAsync($"{Contoh.Jalur}/{id}/export?versionOptions=Latest")).Harus(200));
        Sama("038", (await admin.BacaAsync($"{Contoh.Jalur}/{id}/consumers")).Harus(200));
        Sama("042", await admin.SimpanAsync(new JsonObject { ["name"] = "x", ["root"] = JsonNode.Parse("""{"id":"f","type":"Elsa.TidakAda"}""") }, terbit: true));
        Sama("085", (await admin.KirimJsonAsync($"{Contoh.Jalur}/{id}/revert/1")).Harus(201));
        Sama("087", await admin.KirimJsonAsync($"{Contoh.Jalur}/{(string)(await admin.SimpanAsync(Contoh.Kecil(null))).Definisi()["definitionId"]!}/retract"));
        Sama("088", (await admin.KirimJsonAsync($"{Contoh.Massal}/publish/workflow-definitions/by-definition-ids", new { definitionIds = new[] { id, "tidak-ada" } })).Harus(200));
        Sama("089", (await admin.KirimJsonAsync($"{Contoh.Massal}/retract/workflow-definitions/by-definition-ids", new { definitionIds = new[] { id } })).Harus(200));
        Sama("090", (await admin.KirimJsonAsync($"{Contoh.Jalur}/{id}/update-references")).Harus(200));
        Sama("095", (await admin.KirimJsonAsync($"{Contoh.Massal}/delete/workflow-definitions/by-definition-id", new { definitionIds = new[] { id } })).Harus(200));
        using var berkas = new MultipartFormDataContent { { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(kk.ToJsonString())), "files", "kk.json" } };
        Sama("099", (await admin.KirimAsync(HttpMethod.Post, $"{Contoh.Jalur}/import-files", berkas)).Harus(200));
    }

    private static void Sama(string nomor, Jawaban jawaban)
    {
        var elsa = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Definisi", "bentuk-jawaban.txt"))
            .Split("\n## ").Single(bagian => bagian.StartsWith(nomor, StringComparison.Ordinal)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToHashSet();
        var kami = new HashSet<string>();
        Baris(jawaban.Json, "", kami);
        // An array that Elsa left empty that day says nothing of what is in it.
        var lebih = kami.Except(elsa).Where(b => !Terbuka.Any(t => b.Contains(t, StringComparison.Ordinal)) && !DiLarikKosong(b, elsa));
        Assert.True(!lebih.Any(), $"{nomor}: tidak ada di Elsa: {string.Join(", ", lebih)}");
        var kurang = elsa.Except(kami);
        Assert.True(!kurang.Any(), $"{nomor}: kurang dari Elsa: {string.Join(", ", kurang)}");
    }

    private static bool DiLarikKosong(string baris, HashSet<string> elsa)
    {
        var larik = baris.LastIndexOf("[]", StringComparison.Ordinal);
        for (; larik >= 0; larik = larik == 0 ? -1 : baris.LastIndexOf("[]", larik - 1, StringComparison.Ordinal))
        {
            var awal = baris[..larik];
            if (elsa.Contains($"{awal}: array") && !elsa.Any(b => b.StartsWith(awal + "[]", StringComparison.Ordinal))) return true;
        }
        return false;
    }

    private static void Baris(JsonElement nilai, string jalur, HashSet<string> baris)
    {
        var jenis = nilai.ValueKind switch
        {
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.Number => "number",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            _ => null,
        };
        if (jenis is null) return;
        baris.Add($"{(jalur.Length == 0 ? "$" : jalur)}: {jenis}");
        if (jenis == "array")
        {
            foreach (var butir in nilai.EnumerateArray()) Baris(butir, jalur + "[]", baris);
        }
        else if (jenis == "object")
        {
            foreach (var properti in nilai.EnumerateObject().Where(p => !jalur.EndsWith("activities[]", StringComparison.Ordinal) || Kelompok.Contains(p.Name)))
                Baris(properti.Value, (jalur.Length == 0 ? "" : jalur + ".") + properti.Name, baris);
        }
    }
}
